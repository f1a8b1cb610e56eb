"""Kind 17 and trap c: the review's own bookings in an export, known again by their UID or by their time."""

from __future__ import annotations

from datetime import UTC, datetime

from ltsched.domain.availability import Level
from ltsched.files.calendars.own_times import OwnTime
from ltsched.files.calendars.own_uid import uid_key
from ltsched.files.calendars.owner import Owner
from tests.files.calendars.table.case import TEN, Case, hour, spans
from tests.support.calendar_texts import calendar
from tests.support.reply_texts import hexadecimal

UID = "8B601C25-65fc-5bc9-baa9-465dd7b4cd7d@ltsched"
((START, END),) = spans(TEN)
ISSUED = datetime(2026, 12, 1, 9, tzinfo=UTC)
INVITED = Owner(
    "p07",
    addresses=frozenset({"p07@agency.example"}),
    all_day_free=Level.IF_NEEDED,
    own_uids=frozenset({uid_key(UID)}),
    invited=(OwnTime("event", (START, END), ISSUED, ISSUED, uids=frozenset({uid_key(UID)})),),
)
OTHER_TIME = "06-08 10:00-11:00"
KNOWN = "it is an invitation of this review, which keeps nobody from it"


def own(uid: str, *more: str, start: str = "20270608T100000") -> str:
    """Return an hour of the calendar of somebody who was invited."""
    return calendar(hour(start, "", *more, uid=uid))


def case(name: str, text: str, busy: str, why: str, aside: int = 0, if_needed: str = "") -> Case:
    """Return a row about somebody who was invited."""
    return Case(name, text, busy, why, if_needed, aside=aside, owner=INVITED)


BY_UID = (
    case("our UID", own(UID), "", KNOWN, 1),
    case("our UID in small letters", own(UID.lower()), "", f"some programs change letters; {KNOWN}", 1),
    case("our UID in capitals", own(UID.upper()), "", f"Lotus; {KNOWN}", 1),
    case("our UID wrapped by Exchange", own(hexadecimal(UID)), "", f"MS-OXCICAL 2.1.3.1.1.20.26; {KNOWN}", 1),
    case("our UID wrapped, in small letters", own(hexadecimal(UID).lower()), "", f"Exchange on the web; {KNOWN}", 1),
    case("our UID wrapped after its letters were changed", own(hexadecimal(UID.upper())), "", KNOWN, 1),
    case(
        "our UID wrapped and folded",
        own(hexadecimal(UID)[:60] + "\n " + hexadecimal(UID)[60:]),
        "",
        f"RFC 5545 3.1; {KNOWN}",
        1,
    ),
    case("another UID wrapped", own(hexadecimal("other@ltsched")), OTHER_TIME, "it is not of this review"),
    case(
        "a UID of Exchange itself",
        own("040000008200E00074C5B7101A82E00800000000" + "A1" * 20),
        OTHER_TIME,
        "it is not of this review",
    ),
    case("a UID that only begins as ours", own(UID + "x"), OTHER_TIME, "it is not of this review"),
)

BY_TIME_ALONE = (
    '"availability only" and anonymous exports have lost the UID: exactly the time of a booking is that booking'
)
AT = "20270607T100000"
BY_TIME = (
    case("the time of an invitation without a UID", own("", start=AT), "", BY_TIME_ALONE, 1),
    case("the time of an invitation under another UID", own("random-1", start=AT), "", BY_TIME_ALONE, 1),
    case(
        "the time of an invitation in a table",
        calendar("BEGIN:VFREEBUSY\nFREEBUSY:20270607T090000Z/PT1H,20270608T090000Z/PT1H\nEND:VFREEBUSY"),
        OTHER_TIME,
        BY_TIME_ALONE,
        1,
    ),
    case(
        "the time of an invitation, written before it",
        own("r", "CREATED:20261101T090000Z", start=AT),
        TEN,
        "it was there before the invitation",
    ),
    case(
        "the time of an invitation, written after it",
        own("r", "CREATED:20261202T090000Z", start=AT),
        "",
        BY_TIME_ALONE,
        1,
    ),
    case(
        "a quarter of an hour longer",
        own("r", start=AT).replace("T110000", "T111500"),
        "06-07 10:00-11:15",
        "it is not exactly that time",
    ),
    case(
        "the time of an invitation twice",
        calendar(hour(AT, uid="r1"), hour(AT, uid="r2")),
        TEN,
        "one of the two is the booking; the other is another engagement",
        1,
    ),
    case(
        "a series that meets the time of an invitation",
        own("r", "RRULE:FREQ=WEEKLY;COUNT=2", start=AT),
        "06-07 06-14 10:00-11:00",
        "invitations do not repeat",
    ),
    case(
        "our UID at its time, and another entry",
        calendar(hour(AT, uid=UID), hour(AT, uid="r2")),
        TEN,
        "the booking is known by its UID already",
        1,
    ),
)
