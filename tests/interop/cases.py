"""Messages of ltsched as files, and what each of them is meant to say.

For every review there are three runs: invitations, then updates that move each of them to the other half of the year,
then cancellations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ltsched.domain.invitations.invitations import Due, Method
from ltsched.domain.option import Kind
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.review import Organiser, Review
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.files.invitations.invitation_texts import change_text, description
from ltsched.files.invitations.issuing import issue
from tests.support.agendas import review
from tests.support.written import write_timetable

BEFORE = datetime(2027, 1, 1, 9, tzinfo=UTC)
RUNS = ("request", "update", "cancel")
CHANGES = {
    "Europe/London": (date(2027, 3, 28), date(2027, 10, 31)),
    "Europe/Dublin": (date(2027, 3, 28), date(2027, 10, 31)),  # where winter time is the one that is the exception
    "America/New_York": (date(2027, 3, 14), date(2027, 11, 7)),
    "Australia/Sydney": (date(2027, 4, 4), date(2027, 10, 3)),  # where they go back in spring
    "America/Mexico_City": (date(2027, 4, 4), date(2027, 10, 31)),  # whose times are written in UTC
}
"""The days on which the clocks change, or once did."""

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
ODD_NAME = f"a, b: c 'd' \\ {FAMILY} é 한 ⋯ <e> %0A =0A &g"
ODD_TEXT = f'{ODD_NAME} f; "g" ^h ^^i'
ODD = "odd texts"
"""A review whose texts hold what means something in a calendar. Every reader gives them back as they were."""

TRICKY_TEXT = f"{ODD_TEXT} ^'j^' ^n k\\n m\\, n\\; o\\\\ p"
TRICKY = "tricky texts"
"""A review whose texts look like escapes themselves. Not every reader gets them right (`misreadings`)."""

TEXTS = {ODD: (ODD_TEXT, ODD_NAME), TRICKY: (TRICKY_TEXT, TRICKY_TEXT)}
REVIEWS = (*CHANGES, *TEXTS)


@dataclass(frozen=True)
class Case:
    """A message that was issued: the file, what it tells, and to whom it is from whom."""

    review: str
    run: str
    due: Due
    path: Path
    organiser: Organiser
    name: str

    @property
    def unnamed(self) -> Path:
        """The same message with a zone of a name that nobody knows: only its VTIMEZONE tells the times."""
        return self.path.with_suffix(".unnamed.ics")

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the review."""
        zone = self.due.invitation.told.start.tzinfo
        assert isinstance(zone, ZoneInfo)
        return zone

    def meant(self) -> dict[str, Any]:
        """Return what every reader has to find in the file: times are seconds since the epoch."""
        told, request = self.due.invitation.told, self.due.method is Method.REQUEST
        return {
            "method": str(self.due.method),
            "uid": self.due.uid,
            "sequence": RUNS.index(self.run),
            "status": "CONFIRMED" if request else "CANCELLED",
            "start": int(told.start.timestamp()),
            "end": int(told.end.timestamp()),
            "stamp": int(BEFORE.timestamp()),
            "summary": written(told.summary),
            "location": written(told.location),
            "description": written(description(self.due)),
            "comment": written(change_text(self.due)),
            "organiser": [f"mailto:{self.organiser.email}", written(self.organiser.name)],
            "attendees": [[f"mailto:{told.email}", written(self.name), "NEEDS-ACTION" if request else ""]],
        }


def written(text: str) -> str:
    """Return a text as it is meant to stand in a calendar: backslashes, which some programs misread, are strokes."""
    return text.replace("\\", "/")


@dataclass(frozen=True)
class Issued:
    """All that was issued for a review, with its ledger as it was after each run."""

    review: Review
    cases: tuple[Case, ...]
    ledgers: Mapping[str, bytes]

    def of(self, run: str) -> list[Case]:
        """Return the messages of one run."""
        return [case for case in self.cases if case.run == run]


def issued(name: str, folder: Path) -> Issued:
    """Issue the invitations, updates and cancellations of the review `name` (one of `REVIEWS`) within `folder`."""
    made, invited, moved = _with_texts(name, *TEXTS[name]) if name in TEXTS else _about_the_clocks(ZoneInfo(name))
    folder.mkdir()
    cases: list[Case] = []
    ledgers: dict[str, bytes] = {}
    for run, bookings in zip(RUNS, (invited, moved, ()), strict=True):
        results = folder / "out"
        results.mkdir(exist_ok=True)
        write_timetable(results, Timetable(made.reference, made.option.name, Status.OPTIMAL, (), bookings, ()))
        done = issue(made, folder, results, now=BEFORE)
        assert done.folder is not None
        assert len(done.due) == len(invited)
        cases += _cases(name, run, made, done.due, done.folder)
        for case in cases:
            case.unnamed.write_bytes(re.sub(rb"(TZID[:=])", rb"\1Own/", case.path.read_bytes()))
        ledgers[run] = (folder / LEDGER_FILE).read_bytes()
    return Issued(made, tuple(cases), ledgers)


def _cases(name: str, run: str, made: Review, dues: tuple[Due, ...], batch: Path) -> Iterator[Case]:
    assert made.organiser is not None
    names = {person.id: person.name for person in made.people}
    for due in dues:
        told = due.invitation.told
        path = batch / f"{told.recipient}.{told.activity.replace(':', '_')}.{due.method.lower()}.ics"
        yield Case(name, run, due, path, made.organiser, names[told.recipient])


def _about_the_clocks(zone: ZoneInfo) -> tuple[Review, tuple[Booking, ...], tuple[Booking, ...]]:
    """Return a review with bookings from the day before each change of the clocks to the third after it.

    The update moves a booking that is near the one change to the afternoon of a day near the other.
    """
    days = [change + timedelta(days=number) for change in CHANGES[zone.key] for number in range(-1, 4)]
    others = days[len(days) // 2 :] + days[: len(days) // 2]
    people = (Person("p07", "Jane Doe", "jane.doe@example.org", (Role.REVIEW_TEAM,)),)
    made = review(people, timezone=zone, rooms=(Room("r1", "Room 1", 9),), reference=f"LT {zone.key}")
    return (
        made,
        tuple(_booking(n, datetime.combine(day, time(10), zone), "p07", "r1") for n, day in enumerate(days)),
        tuple(_booking(n, datetime.combine(day, time(14, 30), zone), "p07", "r1") for n, day in enumerate(others)),
    )


def _with_texts(reference: str, text: str, name: str) -> tuple[Review, tuple[Booking, ...], tuple[Booking, ...]]:
    """Return a review with `text` in its code name and rooms, and `name` in everybody's name.

    Lines are folded after 75 octets: with the pads, all bytes of a sign of several come to stand there once, in the
    name of an attendee and in that of a room.
    """
    zone = ZoneInfo("Europe/London")
    pads = range(58, 68)
    people = tuple(
        Person(f"p{pad}", f"{'x' * (pad - 4)}{FAMILY} {name}", f"p{pad}@example.org", (Role.REVIEW_TEAM,))
        for pad in pads
    )
    rooms = tuple(Room(f"r{pad}", f"{'x' * pad}{FAMILY} {text}", 9) for pad in pads)
    organiser = Organiser(f"Office {name}", "reviews@partnership.example")
    made = review(people, timezone=zone, rooms=rooms, organiser=organiser, reference=f"{reference} {text}")
    winter, summer = (datetime(2027, month, 1, 9, tzinfo=zone) for month in (3, 7))
    others = (*pads[1:], pads[0])
    return (
        made,
        tuple(_booking(pad, winter, f"p{pad}", f"r{pad}") for pad in pads),
        tuple(_booking(pad, summer, f"p{pad}", f"r{other}") for pad, other in zip(pads, others, strict=True)),
    )


def _booking(number: int, start: datetime, who: str, room: str) -> Booking:
    end = (start.astimezone(UTC) + timedelta(minutes=90)).astimezone(start.tzinfo)
    title = f"{'y' * (number % 40)} Conversation"
    return Booking(f"conversation:{number}", Kind.CONVERSATION, title, start, end, room, (who,))
