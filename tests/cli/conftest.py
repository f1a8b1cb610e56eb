"""Run the program within the test, with its two streams apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

import ltsched
from ltsched.cli.app import run
from tests.support.made_up import Library


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing around the tests change width or colours."""
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    """Return a function that runs ``ltsched`` with the arguments it is given."""

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Library]:
    """Return a function that puts a made-up result in the place of reading and planning."""

    def put(*arguments: Any, **more: Any) -> Library:
        made_up = Library(*arguments, **more)
        monkeypatch.setattr(ltsched, "read_review", made_up.read_review, raising=False)
        monkeypatch.setattr(ltsched, "plan", made_up.plan, raising=False)
        monkeypatch.setattr(ltsched, "explain", made_up.explain, raising=False)
        return made_up

    return put
