"""Thirteen things that happen to a review three weeks after it was announced, and the least that each has to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import ltsched
from ltsched.domain.invitations.invitations import Due
from ltsched.domain.stages.table import MOVES_LEAST
from ltsched.domain.timetable import Status, Timetable
from ltsched.files.disk import clock
from ltsched.options.expand import expand
from ltsched.solve.replanning.replanned import Deputy, Replanned
from ltsched.verify import verify
from tests.support.three_weeks_later import TODAY, add_lines, announced, away, now_read, taken_out

pytestmark = pytest.mark.long

CALLED = datetime(2027, 1, 29, 9, tzinfo=UTC)
MORNING = datetime(2027, 2, 1, 9, tzinfo=UTC)
Event = Callable[[Path], None]


def says_no(person: str, activity: str) -> Event:
    """Return the event that somebody says by telephone that they will not come."""
    return lambda folder: _called(folder, no=(person, activity))


def says_yes(person: str, activity: str) -> Event:
    """Return the event that somebody says by telephone that they will come."""
    return lambda folder: _called(folder, yes=(person, activity))


def _called(folder: Path, **said: tuple[str, str]) -> None:
    answers = {word: [said[word]] if word in said else [] for word in ("yes", "no")}
    ltsched.record_answers(now_read(folder), yes=answers["yes"], no=answers["no"])


def a_room_is_lost(folder: Path) -> None:
    taken_out(folder / "rooms.csv", "r4")


def a_practitioner_comes_to_it(folder: Path) -> None:
    add_lines(folder / "people.csv", "p18,A. Newcomer,a.newcomer@school.example,case-group,School,,,17,,")


def a_member_leaves(folder: Path) -> None:
    taken_out(folder / "people.csv", "t5")
    (folder / "calendars" / "t5.ics").unlink()


def a_trial(folder: Path) -> None:
    add_lines(folder / "review.toml", '[[hold]]\nscope = "review"\nfrom = 2027-03-08\nuntil = 2027-04-18')


def a_trial_without_an_end(folder: Path) -> None:
    add_lines(folder / "review.toml", '[[hold]]\nscope = "review"\nfrom = 2027-04-01\nreason = "criminal trial"')


def held_early(folder: Path) -> None:
    lines = '[[booking]]\nactivity = "conversation:p05"\nstart = 2027-01-28T10:00:00\nstate = "held"'
    add_lines(folder / "review.toml", lines + '\nheld-by = ["l1", "t4"]')


def a_calendar_without_uids(folder: Path) -> None:
    """Everything to which t1 was invited comes back as busy time, with nothing that tells what it is."""
    timetable = ltsched.replan(now_read(folder)).current
    entries = []
    for number, booking in enumerate(timetable.of_person("t1")):
        start, end = (moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for moment in (booking.start, booking.end))
        lines = ("BEGIN:VEVENT", f"UID:busy-{number}@office.example", "DTSTAMP:20270131T090000Z", "SUMMARY:Busy")
        entries += [*lines, f"DTSTART:{start}", f"DTEND:{end}", "END:VEVENT"]
    file = folder / "calendars" / "t1.ics"
    text = file.read_text(encoding="utf-8")
    head, end_line = text.rstrip().rsplit("END:VCALENDAR", 1)[0].rstrip("\r\n"), "END:VCALENDAR"
    file.write_text("\r\n".join([head, *entries, end_line]) + "\r\n", encoding="utf-8", newline="")


EVENTS: dict[str, tuple[Event, tuple[int, int, int]]] = {
    "a conversation is declined": (says_no("p05", "conversation:p05"), (1, 3, 3)),
    "a practitioner is ill for three weeks": (lambda f: away(f, "p14", "2027-03-22", "2027-04-16"), (1, 4, 4)),
    "a lead reviewer has a day in court": (lambda f: away(f, "l1", "2027-03-17", "2027-03-17"), (2, 5, 6)),
    "a room is lost": (a_room_is_lost, (0, 19, 33)),
    "somebody essential declines": (says_no("t1", "joint-meeting:1"), (1, 24, 24)),
    "there is a new practitioner": (a_practitioner_comes_to_it, (0, 1, 3)),
    "a member of the team leaves": (a_member_leaves, (0, 3, 13)),
    "a trial of six weeks": (a_trial, (23, 27, 164)),
    "a trial without an end": (a_trial_without_an_end, (0, 26, 88)),
    "a conversation was held": (held_early, (0, 3, 3)),
    "a calendar comes back without what it is": (a_calendar_without_uids, (0, 0, 0)),
    "a yes by telephone": (says_yes("t3", "joint-meeting:1"), (0, 0, 0)),
}
"""What happens, and then: bookings moved, people told, messages."""

DEPUTIES = (
    ("", "", 0, 9),
    ("t1", "Children's Social Care", 1, 10),
    ("t8", "Early Help", 1, 10),
    ("t6", "Probation", 1, 11),
    ("t3", "Hospital Trust", 2, 12),
)
"""Who could stand in for l2, of which agency, and then: bookings moved, people told."""


@pytest.fixture(autouse=True)
def _on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The telephone rings on the Friday before."""
    monkeypatch.setattr(clock, "now", lambda: CALLED)


@pytest.fixture(scope="module")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return scenarios/full, announced; each event gets a copy."""
    return announced("full", tmp_path_factory.mktemp("events") / "full")


def timetable_of(replanned: Replanned) -> Timetable:
    """Return the new timetable."""
    assert replanned.result.timetable is not None
    return replanned.result.timetable


def keys(due: tuple[Due, ...]) -> list[tuple[str, ...]]:
    """Return what the messages say, to whom."""
    return sorted((each.change, each.uid, str(each.invitation.told.start)) for each in due)


@pytest.mark.parametrize("event", EVENTS)
def test_it_changes_the_least_possible(event: str, under_way: Path, tmp_path: Path) -> None:
    """The stages of replanning are proven; it is sound; `invite` issues just that; and then nothing more is to do."""
    happens, costs = EVENTS[event]
    folder = shutil.copytree(under_way, tmp_path / "review")
    happens(folder)
    review = now_read(folder)
    replanned = ltsched.replan(review)
    timetable = timetable_of(replanned)
    again = set(MOVES_LEAST)
    assert all(stage.proven for stage in timetable.stages if stage.name in again)
    assert timetable.status is Status.OPTIMAL
    found = tuple(timetable.stage_value(name) for name in ("moved", "told", "messages"))
    assert found == costs
    assert verify(expand(review), timetable) == ()
    over = {booking.activity: booking for booking in review.over}
    assert {id: timetable.booking(id) for id in over} == over
    if replanned.unchanged:
        assert not replanned.messages
        return
    ltsched.write(replanned.result, folder / "out")
    issued = ltsched.invite(now_read(folder), now=MORNING)
    assert keys(issued.due) == keys(replanned.messages)
    assert ltsched.replan(now_read(folder)).unchanged


def test_a_lead_reviewer_is_ill_for_three_months(under_way: Path, tmp_path: Path) -> None:
    """Nothing fits without them; who could stand in is told, and with that person it does."""
    folder = shutil.copytree(under_way, tmp_path / "review")
    away(folder, "l2", "2027-03-01", "2027-05-31")
    replanned = ltsched.replan(now_read(folder))
    assert replanned.result.status is Status.INFEASIBLE
    assert replanned.result.timetable is None
    assert {activity for activity, _ in replanned.cannot_stay} >= {"review-team-meeting:2", "joint-meeting:1"}
    assert replanned.deputies == tuple(Deputy("l2", *cost, late_days=0, proven=True) for cost in DEPUTIES)
    with_deputy = timetable_of(ltsched.replan(now_read(folder), replacements={"l2": "t3"}))
    assert (with_deputy.stage_value("moved"), with_deputy.stage_value("told")) == (2, 12)
    assert all("l2" not in one.attendees for one in with_deputy.bookings if one.day > TODAY)
