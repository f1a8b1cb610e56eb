"""Small invitations, ledgers and reviews that are issued: a test names only what it is about, the rest has defaults.

It is 08:00 on Monday 1 March 2027 (`NOW`), an hour or more before anything of `tests.support.agendas` begins.

>>> due = what_is_due(EMPTY, [invitation(start=at(1, "10:00"))], NOW)
>>> what_is_due(after(EMPTY, due), [invitation(start=at(1, "10:00"))], NOW)
()
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Due, Invitation, Issued, Ledger, Method, Told, invitation_uid
from ltsched.domain.option import Kind
from ltsched.domain.people import Person
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.files.invitations.issuing import Issuing, issue
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.results.timetable_file import write_timetable
from tests.support.agendas import LONDON, agenda, at, person, room

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
REFERENCE = "LT-TEST-1"
EMPTY = Ledger(REFERENCE)


def invitation(activity: str = "set-up", recipient: str = "p1", **more: Any) -> Invitation:
    """Return an invitation for Tuesday, 10:00 to 12:00, or for two hours from `start` on."""
    start = more.get("start", at(1, "10:00"))
    defaults: dict[str, Any] = {
        "activity": activity,
        "recipient": recipient,
        "email": f"{recipient}@example.org",
        "summary": f"{REFERENCE}: {activity}",
        "start": start,
        "end": start + timedelta(hours=2),
    }
    besides = {name: more.pop(name) for name in ("details", "others", "organiser") if name in more}
    return Invitation(Told(**{**defaults, **more}), **{"organiser": "reviews@partnership.example", **besides})


def changed(one: Invitation, **more: Any) -> Invitation:
    """Return an invitation that says something else of its booking."""
    return replace(one, told=replace(one.told, **more))


def line(of: Due | Invitation | None = None, **more: Any) -> Issued:
    """Return the line that the ledger keeps of a message; of an invitation alone, of its first request."""
    said = of.invitation if isinstance(of, Due) else of or invitation()
    defaults: dict[str, Any] = {
        "told": said.told,
        "uid": of.uid if isinstance(of, Due) else invitation_uid(REFERENCE, *said.told.key),
        "sequence": of.sequence if isinstance(of, Due) else 0,
        "method": of.method if isinstance(of, Due) else Method.REQUEST,
        "hash": of.hash if isinstance(of, Due) else said.hash(),
        "issued_at": NOW,
        "batch": 1,
    }
    return Issued(**{**defaults, **more})


def after(ledger: Ledger, dues: Iterable[Due]) -> Ledger:
    """Return the ledger once these messages have been issued."""
    return ledger_of(*ledger.issued, *(line(due) for due in dues), answers=ledger.answers)


def ledger_of(*lines: Issued, **more: Any) -> Ledger:
    """Return a ledger of these messages, all of one batch."""
    return Ledger(**{"reference": REFERENCE, "batches": 1, "issued": lines, **more})


def answer(to: Issued, said: Said = Said.ACCEPTED, **more: Any) -> Answer:
    """Return an answer to a message, an hour after `NOW`, from the address that it was sent to."""
    defaults = {"uid": to.uid, "sequence": to.sequence, "at": NOW + timedelta(hours=1), "sender": to.told.email}
    return Answer(said=said, **{**defaults, **more})


def meeting(id: str, start: datetime, *attendees: str, minutes: int = 120, **more: Any) -> Booking:
    """Return a booking of two hours, called ``Set-up`` if its id is ``set-up``, and so on."""
    end = datetime.fromtimestamp(start.timestamp() + 60 * minutes, start.tzinfo)
    title = id.partition(":")[0].capitalize()
    told = {"activity": id, "kind": Kind.OTHER, "title": title, "start": start, "end": end, "attendees": attendees}
    return Booking(**{**told, **more})


def timetable_of(review: Review, *bookings: Booking, **more: Any) -> Timetable:
    """Return a timetable of `review` with nothing but bookings."""
    plain = {"reference": review.reference, "option": review.option.name, "status": Status.OPTIMAL, "stages": ()}
    return Timetable(**{**plain, "bookings": bookings, "milestones": (), **more})


def review_of(*people: Person, **more: Any) -> Review:
    """Return a review of `people`, or of p1, p2 and p3, with the rooms r1 and r2."""
    return agenda(
        people or [person(id) for id in ("p1", "p2", "p3")], [], rooms=[room("r1"), room("r2")], **more
    ).review


@dataclass
class Desk:
    """The folder of a review with its results, from which invitations are issued at `NOW`."""

    folder: Path
    review: Review

    @property
    def results(self) -> Path:
        """The folder of the results."""
        return self.folder / "out"

    @property
    def batches(self) -> Path:
        """The folder of the batches."""
        return self.results / "invitations"

    def plan(self, *bookings: Booking, **more: Any) -> None:
        """Write a timetable of these bookings."""
        write_timetable(self.results, timetable_of(self.review, *bookings, **more))

    def issue(self, *bookings: Booking, **more: Any) -> Issuing:
        """Issue what is due, after a new timetable if there are `bookings`."""
        if bookings:
            self.plan(*bookings)
        return issue(self.review, self.folder, self.results, **{"now": NOW, **more})

    def ledger(self) -> Ledger:
        """Return the ledger as it is on the disk."""
        return read_ledger(self.folder, self.review.reference, LONDON)

    def names(self) -> list[str]:
        """Return the names of all files and folders of the batches, hidden ones too, relative to their folder."""
        return sorted(path.relative_to(self.batches).as_posix() for path in self.batches.rglob("*"))


def changes(dues: Sequence[Due]) -> list[tuple[str, str, int]]:
    """Return recipient, change and SEQUENCE of each message."""
    return [(due.invitation.told.recipient, str(due.change), due.sequence) for due in dues]
