"""The page in a real browser: it opens without a network, runs nothing, and everybody can use it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.report.page.samples import scenario

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

NAMES = pytest.mark.parametrize("name", ["review", "person", "hostile", "explanation"])
Scheme = Literal["light", "dark"]
Opener = Callable[..., "Page"]

FOCUSABLE = "a[href], summary, [tabindex='0']"
FOCUSED = """() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")].indexOf(document.activeElement)"""
OUTLINED = "() => getComputedStyle(document.activeElement).outlineStyle"


@dataclass
class Opened:
    """A page, with all that it has asked for and said."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def dialog(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()

    def listen(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self.dialog)


@pytest.fixture
def watched(browser: Browser, pages: dict[str, Path]) -> Iterator[Callable[..., Opened]]:
    """Open a page by its name, with the network off."""
    contexts = []

    def watched(name: str, *, scheme: Scheme = "light", width: int = 1280, bypass_csp: bool = False) -> Opened:
        size: Any = {"width": width, "height": 900}
        context = browser.new_context(color_scheme=scheme, viewport=size, bypass_csp=bypass_csp, offline=True)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.listen()
        opened.page.goto(pages[name].as_uri())
        return opened

    yield watched
    for context in contexts:
        context.close()


@pytest.fixture
def opened(watched: Callable[..., Opened]) -> Opener:
    return lambda name, **more: watched(name, **more).page


@NAMES
def test_it_asks_for_nothing_and_says_nothing(
    name: str, watched: Callable[..., Opened], pages: dict[str, Path]
) -> None:
    opened = watched(name)
    assert opened.page.evaluate("() => window.hacked === undefined && document.scripts.length === 0")
    assert opened.asked == [pages[name].as_uri()]
    assert opened.said == []


def test_every_bar_is_there_and_can_be_seen(opened: Opener) -> None:
    page = opened("review")
    timetable, _ = scenario("full")
    attended = sum(len(booking.attendees) for booking in timetable.bookings)
    assert page.locator("[id^='phases-booking-']").count() == len(timetable.bookings)
    assert page.locator("[id^='people-booking-']").count() == attended
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("[id*='-booking-'] path")].map(bar => {
             const box = bar.getBoundingClientRect(); return Math.min(box.width, box.height) })"""
    )
    assert min(sizes) >= 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_reader(scheme: Scheme, opened: Opener) -> None:
    page = opened("review", scheme=scheme)
    ground, bar = page.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor,
                  getComputedStyle(document.querySelector("#phases-patch_1 path")).fill]"""
    )
    assert ground == bar == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}[scheme]


@pytest.mark.parametrize("name", ["review", "person"])
def test_tab_reaches_every_link_and_shows_where_it_is(name: str, opened: Opener) -> None:
    page = opened(name)
    count = page.locator(FOCUSABLE).count()
    seen = []
    for _ in range(count):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        assert page.evaluate(OUTLINED) != "none"
    assert seen == list(range(count))


def test_the_skip_link_and_a_summary_work_by_the_keyboard(opened: Opener) -> None:
    page = opened("review")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
    first = page.locator("details").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.evaluate("each => each.open")
    assert first.locator("table").is_visible()


def test_a_link_to_somebodys_plan_opens_it(opened: Opener) -> None:
    page = opened("review")
    link = page.locator("#people a").nth(3)
    link.click()
    plan = page.locator(link.get_attribute("href") or "")
    assert plan.is_visible()
    assert plan.evaluate("each => each.closest('details').open")


@NAMES
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_sticks_out(name: str, width: int, opened: Opener) -> None:
    assert opened(name, width=width).evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.fixture(scope="session")
def axe() -> str:
    modules = os.environ.get("LTSCHED_NODE_MODULES", "")
    path = Path(modules, "axe-core", "axe.min.js")
    if not modules or not path.is_file():
        pytest.skip("axe-core is not installed (LTSCHED_NODE_MODULES names the folder that has it)")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        ("review", "light", 1280),
        ("review", "dark", 390),
        ("person", "dark", 1280),
        ("explanation", "light", 1280),
        ("explanation", "dark", 390),
    ],
)
def test_axe_finds_nothing_wrong(name: str, scheme: Scheme, width: int, opened: Opener, axe: str) -> None:
    page = opened(name, scheme=scheme, width=width, bypass_csp=True)
    # What is open is looked at; one plan stands for all.
    page.evaluate("() => document.querySelectorAll('details').forEach((each, n) => { each.open = n == 0 })")
    page.evaluate(axe)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found["violations"]]
    assert told == []


@pytest.mark.parametrize(("name", "most"), [("review", 35), ("person", 9), ("explanation", 2)])
def test_it_prints(name: str, most: int, opened: Opener, tmp_path: Path) -> None:
    # Printed from the dark theme: paper is white all the same.
    page = opened(name, scheme="dark")
    pdf = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= most
    page.emulate_media(media="print")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    closed = page.locator("details:not([open]) table")
    assert all(table.bounding_box() for table in closed.all()[:3])
    assert not page.locator("nav").is_visible()
