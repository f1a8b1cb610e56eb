"""A run that is killed while it issues invitations loses nothing: the next run ends as if nothing had happened."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.domain.invitations.invitations import Ledger
from ltsched.files.invitations.ledger_file import write_ledger
from tests.support.agendas import at
from tests.support.invitations import Desk, meeting, review_of
from tests.support.killing import apart, killed_at

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle, which takes fork")

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


State = dict[str, bytes | None]
"""A folder: what is in each file by its relative path; None for a folder."""


def state(folder: Path) -> State:
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def desk_with(desk: Desk, content: State, name: str) -> Desk:
    """Return a new desk beside `desk`, with the same review and this content."""
    folder = desk.folder.with_name(name)
    folder.mkdir()
    for path, data in content.items():
        if data is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(data)
    return Desk(folder, desk.review)


def left_by_kills(desk: Desk) -> Iterator[Desk]:
    """Issue, and return desks with all that a kill -9 at any step would have left, each state of the folder once.

    What has not been handed to the system is lost by a kill, and is not in the folder at that moment either.
    """
    states: list[State] = []

    def hear() -> None:
        now = state(desk.folder)
        if now not in states:
            states.append(now)

    for number, content in enumerate(pickle.loads(apart(desk.issue, desk.folder, hear, lambda: pickle.dumps(states)))):
        yield desk_with(desk, content, f"killed-{number}")


def outcome(desk: Desk) -> tuple[Ledger, list[str], dict[str, bytes]]:
    """Return all that two runs at the same time have in common: a mail has a random boundary and a Message-ID."""
    files = sorted(path for path in desk.folder.rglob("*") if path.is_file())
    names = [path.relative_to(desk.folder).as_posix() for path in files]
    data = {name: path.read_bytes() for name, path in zip(names, files, strict=True) if path.suffix != ".eml"}
    return desk.ledger(), names, data


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "review", review_of())


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda each: each.__name__)
def test_after_a_kill_at_any_step_the_next_run_mends_everything(desk: Desk, situation: Callable[[Desk], None]) -> None:
    """The ledger is the old one or the new one, earlier batches are whole, and the next run ends like any other."""
    situation(desk)
    before = replace(desk.ledger(), writing=None)
    killed = list(left_by_kills(desk))
    assert len(killed) > 2
    undisturbed = outcome(desk)
    ledgers = [before, replace(undisturbed[0], writing=None)]
    first = (
        {name: data for name, data in undisturbed[2].items() if "/001/" in name} if situation is not first_run else {}
    )
    met = set[int]()
    for left in killed:
        met.add(ledgers.index(replace(left.ledger(), writing=None)))
        found = outcome(left)[2]
        assert {name: found.get(name) for name in first} == first
        left.issue()
        assert outcome(left) == undisturbed
        assert left.issue().due == ()
    assert met == {0, ledgers.index(ledgers[1])}


def test_a_run_that_is_killed_again_and_again_comes_to_its_end(desk: Desk) -> None:
    """Each run dies one step later than the one before, in what that one has left."""
    update(desk)
    before = state(desk.folder)
    step = 0
    while killed_at(step, desk.issue, desk.folder):
        step += 1
    assert step > 5
    undisturbed = desk_with(desk, before, "undisturbed")
    undisturbed.issue()
    assert outcome(desk) == outcome(undisturbed)


def test_what_a_killed_run_left_is_gone_when_nothing_is_due_any_more(desk: Desk) -> None:
    """Whatever the step at which it died, no message stays that nobody may send, not even in a hidden folder."""
    update(desk)
    early = 0
    for left in left_by_kills(desk):
        if left.ledger().batches == 1:
            early += 1
            assert left.issue(SET_UP).due == ()
            assert left.names() == ["001", "001/p1.set-up.request.eml", "001/p1.set-up.request.ics"], left.folder
    assert early > 5
