"""What the README and the guide show of `ltsched explain` is what comes out, and each cure of it does what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched.cli import screen
from ltsched.cli.app import run
from ltsched.cli.exit_codes import ExitCode
from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.review import Review
from ltsched.guide import read_topic
from ltsched.validation.explanation import ExplanationDocument
from tests.support.excerpts import is_excerpt

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = "ltsched explain scenarios/impossible"
PLENTY_SECONDS = 3600.0
"""It needs a few seconds; a busy machine may take its time."""


@pytest.fixture(scope="module")
def found() -> Explanation:
    """Return the explanation of the scenario, as the command asks for it."""
    review = ltsched.read_review(ROOT / "scenarios" / "impossible")
    return ltsched.explain(review, time_limit_seconds=PLENTY_SECONDS)


@pytest.fixture
def explained_once(found: Explanation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs a command line at the root, with the explanation that is there already."""
    monkeypatch.chdir(ROOT)
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)

    def explain(review: Review, **flags: object) -> Explanation:
        return found

    monkeypatch.setattr(ltsched, "explain", explain, raising=False)

    def call(command: str, columns: int = 80) -> list[str]:
        monkeypatch.setattr(screen, "PIPE_WIDTH", columns)
        capsys.readouterr()
        assert run(command.split()[1:]) == ExitCode.IMPOSSIBLE
        return [line.rstrip() for line in capsys.readouterr().out.splitlines()]

    return call


Call = Callable[..., list[str]]


@pytest.mark.parametrize(("text", "columns"), [(README, 80), (read_topic("nothing-fits"), 76)], ids=["README", "guide"])
def test_the_run_that_is_shown_is_what_comes_out(text: str, columns: int, explained_once: Call) -> None:
    """After a change that is meant, put there what the command prints; "…" stands for lines that are left out."""
    (block,) = re.findall(rf"^```\n\$ {COMMAND}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    printed = explained_once(COMMAND, columns)
    assert is_excerpt(block.splitlines(), printed), "\n".join(printed)


def test_no_name_is_without_an_id_and_no_id_without_a_name(explained_once: Call) -> None:
    """On the screen; what to write into a file has ids, as files do."""
    review = ltsched.read_review("scenarios/impossible")
    said = " ".join(
        line for line in explained_once(COMMAND) if not re.match(r"\s+(in [a-z]+\.(csv|toml)|→|\w+,\S)", line)
    )
    text = " ".join(said.split())
    for person in review.people:
        for place in re.finditer(rf"\b{person.id}\b", text):
            before = text[: place.start()]
            assert before.endswith((f"{person.name} (", f"{person.id},", "row ")) or "csv" in before[-60:], before[-60:]


def test_the_same_as_data(explained_once: Call) -> None:
    document = json.loads("\n".join(explained_once(f"{COMMAND} --json")))
    assert ExplanationDocument.model_validate_json(json.dumps(document)).all_found in (True, False)
    about = [clash["activities"] for clash in document["clashes"]]
    assert sorted(about) == [["conversation:p07"], ["joint-meeting:2"]]
    assert document["cures"]
    assert all(cure["changes"] for cure in document["cures"])


def test_an_excerpt_is_no_more_than_lines_left_out() -> None:
    """A line that is another, is missing without a mark, or is too many, is seen."""
    printed = ["a", "b", "c", "d"]
    assert is_excerpt(["a", "…", "d"], printed)
    assert is_excerpt(["…", "b", "c", "…"], printed)
    assert not is_excerpt(["a", "c", "d"], printed)
    assert not is_excerpt(["a", "…", "x", "…"], printed)
    assert not is_excerpt(["a", "b"], printed)
    assert not is_excerpt(["b", "…"], printed)
