"""Where nothing can be issued, it is told why, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.errors import InvalidReview
from tests.support.first_run import SET_UP, content, desk_in
from tests.support.invitations import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path / "review")


def test_again_for_nobody_is_told(desk: Desk) -> None:
    """An id that was never invited, or is not invited any more; the nearest one is offered."""
    desk.issue(SET_UP)
    before = content(desk.folder)
    with pytest.raises(InvalidReview) as caught:
        desk.issue(again=["p3", "P1x"])
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        'invitations.json, recipient: nobody there has the id "p3".',
        'invitations.json, recipient: nobody there has the id "P1x". Did you mean "p1"?',
    ]
    assert content(desk.folder) == before


def refused(desk: Desk) -> list[str]:
    """Return the mistakes of a run, which writes nothing."""
    before = content(desk.folder)
    with pytest.raises(InvalidReview) as caught:
        desk.issue()
    assert content(desk.folder) == before
    return [str(mistake) for mistake in caught.value.mistakes]


def test_without_an_organiser_nobody_can_be_invited(desk: Desk) -> None:
    """There would be nobody to answer to."""
    desk.review = replace(desk.review, organiser=None)
    assert refused(desk) == [
        "review.toml, organiser: missing; expected name and email of who invites, to whom the answers go."
    ]


def test_without_a_timetable_there_is_nothing_to_issue(desk: Desk) -> None:
    """How to get one is told."""
    (desk.results / "timetable.json").unlink()
    (told,) = refused(desk)
    assert told.endswith("Run `ltsched plan` first.")


def test_a_foreign_timetable_is_refused(desk: Desk) -> None:
    """Of another review or with somebody unknown: its invitations would go to the wrong people."""
    desk.plan(SET_UP, reference="LT-OTHER")
    assert refused(desk)[0].startswith('timetable.json, reference: "LT-OTHER"; ')
    desk.plan(replace(SET_UP, attendees=("p1", "p9")))
    assert refused(desk)[0].startswith('timetable.json, set-up: "p9" takes part; ')


def test_a_broken_ledger_stops_everything(desk: Desk) -> None:
    """Everybody would be invited a second time."""
    desk.issue()
    (desk.folder / "invitations.json").write_bytes(b"{")
    assert refused(desk)[0].startswith("invitations.json, line 1: not JSON")
