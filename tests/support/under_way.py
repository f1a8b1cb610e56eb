"""The scenario of a Full review under way: planned, everybody invited, and some have answered."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ltsched.cli.app import run
from ltsched.files.disk import clock
from tests.support.issued import reply
from tests.support.shipped import SCENARIOS

__all__ = ["under_way"]

INVITED = datetime(2027, 1, 12, 9, tzinfo=UTC)
"""The day after it was planned."""


def under_way(folder: Path) -> Path:
    """Copy the scenario into `folder`, which is no rehearsal then, plan it, invite, and record answers; return it.

    Every third message is accepted, every seventh of the others with a perhaps; p08 declines the conversation, and p17
    proposes to hold theirs a day later.
    """
    shutil.copytree(SCENARIOS / "full", folder, ignore=shutil.ignore_patterns("out"))
    review = folder / "review.toml"
    lines = review.read_text(encoding="utf-8").splitlines(keepends=True)
    review.write_text("".join(line for line in lines if not line.startswith("today")), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: INVITED)
        for arguments in (["plan", "--today", "2027-01-11", "--time-limit", "3600"], ["invite"]):
            assert run([arguments[0], str(folder), *arguments[1:], "--quiet"]) == 0
        inbox = _answers(folder)
        assert run(["replies", str(folder), str(inbox), "--quiet"]) == 0
    return folder


def _answers(folder: Path) -> Path:
    """Write the answers, and return the folder in which they lie."""
    inbox, batch = folder / "inbox", folder / "out" / "invitations" / "001"
    soon = INVITED + timedelta(hours=1)
    for number, request in enumerate(sorted(batch.glob("*.request.ics"))):
        if ".set-up." in request.name or number % 3 == 0:
            reply(request, "ACCEPTED", inbox, at=soon)
        elif number % 7 == 0:
            reply(request, "TENTATIVE", inbox, at=soon)
    later, day = soon + timedelta(hours=1), timedelta(days=1)
    reply(batch / "p08.conversation_p08.request.ics", "DECLINED", inbox, at=later)
    reply(batch / "p17.conversation_p17.request.ics", "DECLINED", inbox, at=later, later=day)
    return inbox
