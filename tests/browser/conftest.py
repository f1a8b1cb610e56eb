"""A browser without a window, and the pages that are looked at in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.report.page.explanation_page import explanation_page
from ltsched.report.page.page import page
from tests.report.page.samples import HOSTILE, comparison, hostile, scenario
from tests.support.explained import explained, explained_agenda

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine; without one, what needs it is skipped.

    It ends with its module: the event loop that Playwright keeps running would be in the way of other tests.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages as files: of a whole review, of one person, one with odd names, and why nothing fits.

    None without a browser.
    """
    folder = tmp_path_factory.mktemp("pages")
    timetable, review = scenario("full")
    why, agenda = explained(), explained_agenda()
    texts = {
        "review": page(timetable, review, comparison=comparison()),
        "person": page(timetable, review, only="l1"),
        "hostile": page(*hostile(), comparison=comparison(HOSTILE)),
        "explanation": explanation_page(why, telling_of(why, agenda), agenda),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}
