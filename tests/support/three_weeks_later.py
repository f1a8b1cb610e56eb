"""A review that is under way: planned and announced on the day of commissioning, looked at three weeks later."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import ltsched
from ltsched.domain.review import Review
from tests.support.shipped import SCENARIOS

__all__ = ["BEGUN", "TODAY", "add_lines", "announced", "away", "now_read", "taken_out"]

BEGUN = date(2027, 1, 11)
TODAY = date(2027, 2, 1)
EVENING = datetime(2027, 1, 11, 18, tzinfo=UTC)


def announced(name: str, folder: Path) -> Path:
    """Return `folder` with a shipped scenario that is no rehearsal, planned on `BEGUN` and announced that evening."""
    shutil.copytree(SCENARIOS / name, folder, ignore=shutil.ignore_patterns("out", "invitations.json"))
    file = folder / "review.toml"
    file.write_text(re.sub(r"(?m)^today.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    ltsched.write(ltsched.plan(ltsched.read_review(folder, today=BEGUN)), folder / "out")
    ltsched.invite(ltsched.read_review(folder, today=BEGUN), now=EVENING)
    return folder


def now_read(folder: Path) -> Review:
    """Return the review as it is three weeks later."""
    return ltsched.read_review(folder, today=TODAY)


def add_lines(file: Path, *lines: str) -> None:
    """Write lines at the end of a file."""
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text("\n".join([text, *lines]) + "\n", encoding="utf-8")


def away(folder: Path, id: str, first: str, last: str) -> None:
    """Say in busy.csv that somebody is away from a day to another, both included."""
    add_lines(folder / "busy.csv", f"{id},{first},{last},busy,")


def taken_out(file: Path, id: str) -> None:
    """Take the row of `id` out of a table."""
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith(f"{id},")) + "\n", encoding="utf-8")
