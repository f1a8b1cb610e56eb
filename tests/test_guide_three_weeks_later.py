"""The guide walks through six events of a review: what is typed there shows what is shown there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest

from ltsched.cli import screen
from ltsched.cli.app import run
from ltsched.cli.exit_codes import ExitCode
from ltsched.files.disk import clock
from ltsched.guide import read_topic
from tests.scenarios.recording import kept
from tests.support.three_weeks_later import add_lines, announced, taken_out

COLUMNS = 76
"""An example of the guide is no wider."""
MORNING = datetime(2027, 2, 1, 9, tzinfo=UTC)
LEFT_OUT = "…"
NAME_OF_FILE = re.compile(r"`(\w+\.(?:csv|toml))`")
WHO_LEAVES = re.compile(r"take out the row of (\w+) and the file `([^`]+)`")


@dataclass
class Section:
    """An event: what is said in between, and the blocks with their languages, in turn."""

    title: str
    steps: list[tuple[str, str, str]] = field(default_factory=list)


def sections() -> Iterator[Section]:
    """Yield the events of the page."""
    for text in read_topic("three-weeks-later").split("\n## ")[1:]:
        fences = re.finditer(r"(.*?)^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        yield Section(text.splitlines()[0], [(fence[1], fence[2], fence[3]) for fence in fences])


def shows(shown: list[str], block: list[str]) -> bool:
    """Return whether `block` is what is shown: all of it, but for what its lines ``…`` stand for."""
    at = 0
    *pieces, last = "\n".join(block).split(LEFT_OUT)
    for number, piece in enumerate([*pieces, last]):
        lines = piece.strip("\n").splitlines()
        starts = [n for n in range(at, len(shown) - len(lines) + 1) if shown[n : n + len(lines)] == lines]
        if lines and (not starts or (number == 0 and starts[0] != 0)):
            return False
        at = starts[0] + len(lines) if lines else at
    return block[-1] == LEFT_OUT or at == len(shown)


def test_what_is_left_out_is_marked() -> None:
    """A piece that is not there, and a beginning or an end that is missing without a mark, is found."""
    shown = ["one", "two", "three", "four"]
    for block in (["one", "two", "three", "four"], ["one", "…", "four"], ["…", "two", "…"], ["…", "three", "four"]):
        assert shows(shown, block), block
    for block in (["two", "…"], ["one", "two"], ["…", "three"], ["one", "three", "…"], ["…", "four", "…", "one"]):
        assert not shows(shown, block), block


@pytest.mark.long
def test_six_events_are_as_they_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a change that is meant, put into the guide what comes out; other libraries may find plans as good."""
    if any(version(library) != number for library, number in kept("full")["made by"].items()):
        pytest.skip("the blocks were made with other libraries")
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(screen, "PIPE_WIDTH", COLUMNS)
    folder = announced("full", Path("my-review"))
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    capsys.readouterr()
    events = list(sections())
    assert [event.title[:2] for event in events] == ["1.", "2.", "3.", "4.", "5.", "6."]
    for event in events:
        warned, cost = "", None
        for said, language, block in event.steps:
            if leaves := WHO_LEAVES.search(said):
                taken_out(folder / "people.csv", leaves[1])
                (folder / leaves[2]).unlink()
            if language:
                add_lines(folder / NAME_OF_FILE.findall(said)[-1], *block.splitlines())
            elif block.startswith("warning: "):
                assert " ".join(block.split()) in " ".join(warned.split()), event.title
            else:
                command, *lines = block.splitlines()
                shown, warned = typed(command, capsys)
                assert shows(shown, lines), "\n".join([event.title, command, *shown])
                cost = re.search(r"It costs: .*?(\d+ messages) to (\d+ people)", block) or cost
        assert cost is not None
        if not any(block.startswith("$ ltsched invite") for _, _, block in event.steps):
            shown, _ = typed("$ ltsched invite my-review", capsys)
            assert f"  {cost[1]} for {cost[2]}: " in shown[0], event.title


def typed(command: str, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], str]:
    """Return what a command shows, by lines, and what it warns of."""
    arguments = command.removeprefix("$ ltsched ").split()
    # Everything is proven in seconds; a busy machine may take its time.
    limit = ["--time-limit", "3600"] if arguments[0] == "replan" else []
    assert run([*arguments, *limit]) == ExitCode.DONE, command
    said = capsys.readouterr()
    return [line.rstrip() for line in said.out.splitlines()], said.err
