"""What a run that died has left is replaced or removed by the next one, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.errors import UnwritableOutput
from ltsched.files.invitations.ledger_file import write_ledger
from tests.support.first_run import FILES_OF_THE_FIRST_RUN, SET_UP, TALK, content, desk_in
from tests.support.invitations import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path / "review")


def left_by_a_dead_run(desk: Desk) -> Path:
    """Make the folder look as if a run had died after it wrote its second batch."""
    desk.issue()
    write_ledger(desk.folder, replace(desk.ledger(), writing=2))
    left = desk.batches / "002"
    left.mkdir()
    (left / "p9.set-up.request.ics").write_bytes(b"left")
    (left / "p9.set-up.request.eml").write_bytes(b"left")
    return left


def test_what_a_dead_run_left_is_replaced(desk: Desk) -> None:
    """Its messages were never issued: the next run writes its own in their place."""
    left = left_by_a_dead_run(desk)
    done = desk.issue(replace(SET_UP, room="r2"), TALK)
    assert (done.folder, done.ledger.batches, done.ledger.writing) == (left, 2, None)
    assert desk.ledger() == done.ledger
    assert {path.name.partition(".")[0] for path in left.iterdir()} == {"p1", "p2"}


def test_what_a_dead_run_left_is_removed_if_nothing_is_due_any_more(desk: Desk) -> None:
    """Nobody is to send what is not true; earlier batches stay, and the next number is not used up."""
    left_by_a_dead_run(desk)
    assert desk.issue().due == ()
    assert (desk.names(), desk.ledger().writing) == (["001", *FILES_OF_THE_FIRST_RUN], None)
    assert desk.issue(replace(SET_UP, room="r2"), TALK).folder == desk.batches / "002"


def test_a_run_that_died_before_it_wrote_anything_is_no_hindrance(desk: Desk) -> None:
    """There is no folder to remove."""
    desk.issue()
    whole = desk.ledger()
    write_ledger(desk.folder, replace(whole, writing=2))
    assert desk.issue().due == ()
    assert desk.ledger() == whole


@pytest.mark.parametrize("room", ["r1", "r2"], ids=["nothing due", "something due"])
def test_somebodys_own_file_in_what_a_dead_run_left_is_not_deleted(desk: Desk, room: str) -> None:
    """The run is refused, and says which file is in the way; without it, it goes on."""
    left = left_by_a_dead_run(desk)
    (left / "notes.docx").write_bytes(b"mine")
    issued, before = desk.ledger().issued, content(left)
    desk.plan(replace(SET_UP, room=room), TALK)
    with pytest.raises(UnwritableOutput, match=r"002: it holds notes\.docx, which ltsched did not write"):
        desk.issue()
    assert (desk.ledger().issued, content(left)) == (issued, before)
    (left / "notes.docx").unlink()
    assert len(desk.issue().due) == (0 if room == "r1" else 2)
