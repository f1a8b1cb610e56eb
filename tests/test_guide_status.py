"""What the guide shows of `ltsched status` is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.cli import screen
from ltsched.cli.app import run
from ltsched.guide import read_topic
from tests.support.under_way import under_way

COLUMNS = 76
"""An example of the guide is no wider."""


def test_the_screen_that_is_shown_is_what_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a change that is meant, put into the guide what the command prints."""
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(screen, "PIPE_WIDTH", COLUMNS)
    under_way(Path("my-review"))
    (block,) = (each for each in read_topic("status").split("```\n") if each.startswith("$ ltsched status "))
    command, *lines = block.splitlines()
    capsys.readouterr()
    assert run(command.removeprefix("$ ltsched ").split()) == 0
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == lines
