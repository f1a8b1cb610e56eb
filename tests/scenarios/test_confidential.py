"""What leaves the machine shows nobody more than they may see: every file of every scenario is searched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched.domain.invitations.invitations import Shown
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.files.invitations.issuing import issue
from ltsched.options.expand import expand
from ltsched.options.template import shipped_options
from ltsched.solve.result import Result
from tests.support.any_timetables import any_timetable
from tests.support.shipped import shipped_review

LONG_BEFORE = datetime(2026, 1, 5, 9, tzinfo=UTC)
BATCHES = ("001", "002", "003")
UID = re.compile(r"[0-9a-f-]{36}@ltsched")
ESCAPE = re.compile(r"\\(.)")
FOLD = re.compile(r"\r?\n(?=[ \t])")


@dataclass(frozen=True)
class File:
    """A file that is handed out, with all that it says in clear text; UIDs are left out, being noise."""

    name: str
    text: str

    @property
    def recipient(self) -> str:
        return self.name.partition(".")[0]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[\w-]+", self.text))

    def ids(self, people: list[Person]) -> set[str]:
        """Return the ids of those of whom it has the id."""
        return {person.id for person in people if person.id.casefold() in self.words}

    def named(self, people: list[Person]) -> set[str]:
        """Return the ids of those whose name or address stands in it."""
        return {p.id for p in people if p.name.casefold() in self.text or p.email.casefold() in self.text}


@dataclass(frozen=True)
class Scenario:
    """A scenario with its outputs in a folder of the test, and what is handed out by the folder it lies in."""

    review: Review
    timetable: Timetable
    folder: Path
    files: dict[str, list[File]]

    def others(self, recipient: str) -> list[Person]:
        return [person for person in self.review.people if person.id != recipient]

    def booking(self, file: File) -> Booking:
        """Return the booking that an invitation is about, by its name."""
        activity = file.name.partition(".")[2].rpartition(".")[0].rpartition(".")[0]
        return next(one for one in self.timetable.bookings if one.activity.replace(":", "_") == activity)


@pytest.fixture(scope="module", params=shipped_options())
def scenario(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """Write all that is handed out: calendars, invitations, updates, cancellations, and updates that show the team."""
    folder = tmp_path_factory.mktemp(request.param)
    # Nobody would be invited from a rehearsal.
    review = replace(shipped_review(request.param), rehearsal=False)
    agenda = expand(review)
    planned = any_timetable(agenda)
    for timetable, shown in ((planned, Shown.NONE), (later(planned), Shown.NONE), (later(planned), Shown.REVIEW_TEAM)):
        ltsched.write(Result(timetable.status, agenda, timetable), folder / "out")
        issue(review, folder, folder / "out", shown=shown, now=LONG_BEFORE)
    folders = [folder / "out" / "calendars", *(folder / "out" / "invitations" / batch for batch in BATCHES)]
    return Scenario(review, planned, folder, {each.name: [read(path) for path in each.iterdir()] for each in folders})


def later(timetable: Timetable) -> Timetable:
    """Return the timetable with its first booking gone and all others an hour later."""
    hour = timedelta(hours=1)
    moved = (replace(one, start=one.start + hour, end=one.end + hour) for one in timetable.bookings[1:])
    return replace(timetable, bookings=tuple(moved))


def read(path: Path) -> File:
    data = path.read_bytes()
    text = mail_text(data) if path.suffix == ".eml" else calendar_text(data)
    return File(path.name, UID.sub("", text).casefold())


def calendar_text(data: bytes) -> str:
    """Return all lines of a calendar, unfolded and without escapes."""
    unfolded = data.replace(b"\r\n ", b"").decode()
    return ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], unfolded)


def mail_text(data: bytes) -> str:
    """Return every header and every part of a mail, decoded."""
    mail: Any = message_from_bytes(data)
    headers = [f"{name}: {make_header(decode_header(FOLD.sub('', value)))}" for name, value in mail.items()]
    plain, calendar = (part.get_payload(decode=True) for part in mail.get_payload())
    return "\n".join([*headers, plain.decode(), calendar_text(calendar)])


@pytest.mark.parametrize("folder", ["calendars", "001", "002"])
def test_no_file_has_the_name_or_address_of_anybody_else(scenario: Scenario, folder: str) -> None:
    """Only the organiser and the recipient stand in it: first invitations, updates and cancellations alike."""
    files = scenario.files[folder]
    assert {file.recipient for file in files} > {"l1", "l2"}
    assert [file.name for file in files if file.named(scenario.others(file.recipient))] == []


@pytest.mark.parametrize("folder", ["calendars", "001", "002", "003"])
def test_practitioners_and_family_see_no_id_but_their_own(scenario: Scenario, folder: str) -> None:
    """Nor whose conversations there are, nor who holds theirs, whatever the others are shown."""
    guests = {one.id for role in (Role.CASE_GROUP, Role.FAMILY) for one in scenario.review.with_role(role)}
    for file in scenario.files[folder]:
        if file.recipient in guests:
            others = scenario.others(file.recipient)
            assert (file.name, file.ids(others), file.named(others)) == (file.name, set(), set())


def test_who_holds_a_booking_learns_with_whom_and_nothing_of_other_bookings(scenario: Scenario) -> None:
    """The panel of a booking has the ids of all who take part in it; nobody else has any."""
    for file in scenario.files["001"]:
        booking = scenario.booking(file)
        allowed = set(booking.attendees) - {file.recipient} if file.recipient in booking.panel else set()
        assert (file.name, file.ids(scenario.others(file.recipient))) == (file.name, allowed)


def test_the_review_team_sees_itself_where_that_was_chosen_and_nobody_else_does(scenario: Scenario) -> None:
    """With --show-attendees review-team, names are those of lead reviewers and the review team who meet."""
    team = {one.id for role in (Role.LEAD_REVIEWER, Role.REVIEW_TEAM) for one in scenario.review.with_role(role)}
    shown = {file: file.named(scenario.others(file.recipient)) for file in scenario.files["003"]}
    assert all(shown.values())
    for file, names in shown.items():
        assert {*names, file.recipient} <= team.intersection(scenario.booking(file).attendees), file.name


def test_no_name_of_a_file_is_that_of_a_person(scenario: Scenario) -> None:
    """Names of files carry ids."""
    files = [path.name.casefold() for path in scenario.folder.rglob("*") if path.is_file()]
    parts = {part.casefold() for person in scenario.review.people for part in person.name.split() if len(part) > 2}
    assert [name for name in files if any(part in name for part in parts)] == []
