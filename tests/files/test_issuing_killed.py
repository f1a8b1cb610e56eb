"""A run that is killed while it issues invitations loses nothing: the next run ends as if nothing had happened."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import pytest

from ltsched.domain.invitations import Ledger
from ltsched.files.ledger_file import write_ledger
from tests.agendas import at
from tests.invitations import Desk, meeting, review_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle, which takes fork")

LONG_AFTER = 1_000_000
SET_UP = meeting("set-up", at(1, "10:00"), "p1")
MOVED = meeting("set-up", at(2, "10:00"), "p1", "p2")


def first_run(desk: Desk) -> None:
    """Nothing has been issued yet."""
    desk.plan(SET_UP)


def update(desk: Desk) -> None:
    """One booking has moved, and somebody has joined."""
    desk.issue(SET_UP)
    desk.plan(MOVED)


def dead_run_before(desk: Desk) -> None:
    """A run has died already, and left messages that are not true any more."""
    update(desk)
    _leave_a_batch(desk)


def nothing_due(desk: Desk) -> None:
    """A run has died, and then everything was planned as it had been before."""
    desk.issue(SET_UP)
    _leave_a_batch(desk)


def _leave_a_batch(desk: Desk) -> None:
    write_ledger(desk.folder, replace(desk.ledger(), writing=2))
    (desk.batches / "002").mkdir()
    for name in ("p3.set-up.request.ics", "p3.set-up.request.eml"):
        (desk.batches / "002" / name).write_bytes(b"left")


SITUATIONS = [first_run, update, dead_run_before, nothing_due]


@dataclass
class Step:
    """Counts what is done in a folder, and kills the process just before the step that is asked for.

    Steps are what Python reports of files (open, rename, remove and so on), and each time that bytes go to a file or
    to the disk, so that empty and half-written files are met with too.
    """

    folder: str
    left: int

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take note of an event of `sys.addaudithook`."""
        if arguments and isinstance(arguments[0], (str, os.PathLike)) and str(arguments[0]).startswith(self.folder):
            self.take()

    def profile(self, frame: FrameType, event: str, function: object) -> None:
        """Take note of an event of `sys.setprofile`."""
        if event == "c_call" and getattr(function, "__name__", "") in ("flush", "fsync"):
            self.take()

    def take(self) -> None:
        """Count down."""
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1


def issue_and_die(desk: Desk, step: int) -> int | None:
    """Issue in a process of its own that is killed at `step`; return how many steps it took, None if it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            steps = Step(str(desk.folder), step)
            sys.addaudithook(steps.audit)
            sys.setprofile(steps.profile)
            desk.issue()
            sys.setprofile(None)
            os.write(writing, str(step - steps.left).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    assert (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL) or os.WEXITSTATUS(status) == 0
    return int(said) if said else None


def outcome(desk: Desk) -> tuple[Ledger, list[str], dict[str, bytes]]:
    """Return all that two runs at the same time have in common: a mail has a random boundary and a Message-ID."""
    files = sorted(path for path in desk.folder.rglob("*") if path.is_file())
    names = [path.relative_to(desk.folder).as_posix() for path in files]
    data = {name: path.read_bytes() for name, path in zip(names, files, strict=True) if path.suffix != ".eml"}
    return desk.ledger(), names, data


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "review", review_of())


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.long), 12])
@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda each: each.__name__)
def test_after_a_kill_at_any_step_the_next_run_mends_everything(
    desk: Desk, situation: Callable[[Desk], None], every: int
) -> None:
    """The ledger is the old one or the new one, earlier batches are whole, and the next run ends like any other."""
    situation(desk)
    saved = desk.folder.with_name("saved")
    shutil.copytree(desk.folder, saved)
    steps = issue_and_die(desk, LONG_AFTER)
    assert steps is not None
    assert steps > 5
    undisturbed = outcome(desk)
    ledgers = [replace(each, writing=None) for each in (Desk(saved, desk.review).ledger(), undisturbed[0])]
    first = (
        {name: data for name, data in undisturbed[2].items() if "/001/" in name} if situation is not first_run else {}
    )
    met = set[int]()
    for step in range(steps - 1, -1, -every):
        shutil.rmtree(desk.folder)
        shutil.copytree(saved, desk.folder)
        assert issue_and_die(desk, step) is None
        met.add(ledgers.index(replace(desk.ledger(), writing=None)))
        found = outcome(desk)[2]
        assert {name: found.get(name) for name in first} == first
        desk.issue()
        assert outcome(desk) == undisturbed
        assert desk.issue().due == ()
    assert met == {0, ledgers.index(ledgers[1])}


def test_a_run_that_is_killed_again_and_again_comes_to_its_end(desk: Desk) -> None:
    """Each run dies one step later than the one before, in what that one has left."""
    update(desk)
    step = 0
    while issue_and_die(desk, step) is None:
        step += 1
    killed = outcome(desk)
    shutil.rmtree(desk.folder)
    update(desk)
    desk.issue()
    assert killed == outcome(desk)


def test_what_a_killed_run_left_is_gone_when_nothing_is_due_any_more(desk: Desk) -> None:
    """Whatever the step at which it died, no message stays that nobody may send, not even in a hidden folder."""
    update(desk)
    steps = issue_and_die(desk, LONG_AFTER)
    assert steps is not None
    for step in range(steps):
        shutil.rmtree(desk.folder)
        update(desk)
        issue_and_die(desk, step)
        if desk.ledger().batches == 1:
            assert desk.issue(SET_UP).due == ()
            assert desk.names() == ["001", "001/p1.set-up.request.eml", "001/p1.set-up.request.ics"], step
