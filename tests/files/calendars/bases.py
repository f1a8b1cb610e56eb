"""Calendars with everything in them that programs write, to be damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.files.calendars.damaged import Base, base_of
from tests.support.calendar_texts import LONDON_BLOCK, calendar, event

__all__ = ["built_bases", "scenario_bases"]

SCENARIOS = Path(__file__).parents[3] / "scenarios"
OWN = LONDON_BLOCK.format(name="Our own")
BERLIN = (
    LONDON_BLOCK.format(name="Our own")
    .replace("+0100", "+0200")
    .replace("+0000", "+0100")
    .replace("T010000", "T020000")
)


def _repeating() -> str:
    """Return series with exceptions, with moved, cancelled and lasting changes, and split ones."""
    start = ("DTSTART;TZID=Our own:20270304T100000", "DTEND;TZID=Our own:20270304T113000")
    return calendar(
        OWN,
        event(
            "UID:040000008200E00074C5B7101A82E00800000000B0A1",
            "SEQUENCE:3",
            *start,
            "RRULE:FREQ=WEEKLY;BYDAY=TH,FR;UNTIL=20270930T215959Z",
            "EXDATE;TZID=Our own:20270311T100000,20270312T100000",
            "EXDATE:20270319T100000Z",
            "SUMMARY:Besprechung – ",
            " über die Stra",
            "\tße",
            "DTSTAMP:20270101T000000Z",
        ),
        event(
            "UID:040000008200E00074C5B7101A82E00800000000B0A1",
            "RECURRENCE-ID;TZID=Our own:20270401T100000",
            "DTSTART;TZID=Our own:20270402T150000",
            "DTEND;TZID=Our own:20270402T160000",
            "SEQUENCE:4",
        ),
        event(
            "UID:040000008200E00074C5B7101A82E00800000000B0A1",
            "RECURRENCE-ID:20270408T090000Z",
            "DTSTART:20270408T090000Z",
            "DURATION:PT90M",
            "STATUS:CANCELLED",
        ),
        event(
            "UID:series-two@house.example",
            "DTSTART:20270105T130000Z",
            "DURATION:PT45M",
            "RRULE:FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=1;COUNT=9",
            "RDATE:20270120T130000Z,20270121T130000Z",
            "RDATE;VALUE=PERIOD:20270122T130000Z/PT3H,20270125T130000Z/20270125T150000Z",
        ),
        event(
            "UID:series-two@house.example",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20270413T130000Z",
            "DTSTART:20270413T140000Z",
            "DURATION:PT45M",
        ),
        event("DTSTART:20270501T080000", "DTEND:20270501T090000", "RRULE:FREQ=HOURLY;INTERVAL=5;COUNT=20"),
        event("DTSTART:20240501T080000", "DTEND:20240501T090000", "RRULE:FREQ=DAILY;INTERVAL=3"),
        event(
            "UID:split-in-two@house.example",
            "SEQUENCE:1",
            "DTSTART:20270210T080000",
            "DTEND:20270210T090000",
            "RRULE:FREQ=WEEKLY;UNTIL=20270501T000000Z",
        ),
        event(
            "UID:split-in-two@house.example",
            "SEQUENCE:2",
            "DTSTART:20270505T080000",
            "DTEND:20270505T090000",
            "RRULE:FREQ=WEEKLY;COUNT=9",
        ),
    )


def _whole_days() -> str:
    """Return leave, birthdays and duty weeks, as Outlook, Apple and Google write them, with what stands beside them."""
    return calendar(
        "X-WR-TIMEZONE:Europe/London",
        "X-CALSTART:20270101T000000Z",
        "X-CALEND:20271231T235959Z",
        LONDON_BLOCK.format(name="GMT Standard Time"),
        event("UID:leave@house.example", "DTSTART;VALUE=DATE:20270405", "DTEND;VALUE=DATE:20270417"),
        event(
            "UID:leave-as-free@house.example",
            "DTSTART;VALUE=DATE:20270705",
            "DTEND;VALUE=DATE:20270710",
            "TRANSP:TRANSPARENT",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        ),
        event(
            "UID:duty@house.example",
            "DTSTART;VALUE=DATE:20270111",
            "DURATION:P5D",
            "RRULE:FREQ=WEEKLY;INTERVAL=6;UNTIL=20271115T000000Z",
            "EXDATE;VALUE=DATE:20270222",
            "EXDATE:20270405T000000",
        ),
        event("UID:birthday@house.example", "DTSTART;VALUE=DATE:19700511", "RRULE:FREQ=YEARLY", "TRANSP:TRANSPARENT"),
        event(
            "UID:midnights@house.example",
            "DTSTART;TZID=GMT Standard Time:20270801T000000",
            "DTEND;TZID=GMT Standard Time:20270808T000000",
            "BEGIN:VALARM",
            "TRIGGER:-PT15M",
            "ACTION:DISPLAY",
            "DESCRIPTION:Now",
            "END:VALARM",
            "CLASS:PRIVATE",
        ),
        event(
            "UID:there-and-back@house.example",
            "DTSTART;TZID=GMT Standard Time:20270913T100000",
            "DTEND;TZID=GMT Standard Time:20270913T120000",
            "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT1H15M",
            "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=High Street;X-TITLE=",
            ' "Town Hall":geo:51.5,-0.1',
            'ATTENDEE;CN="Elderbrook, N.";PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:p07@agenc',
            " y.example",
            "ATTENDEE;CN=Somebody Else;PARTSTAT=DECLINED:mailto:somebody.else@house.example",
            "ORGANIZER;CN=Ours:mailto:us@house.example",
        ),
        event(
            "UID:not-going@house.example",
            "DTSTART:20270914T100000Z",
            "DTEND:20270914T120000Z",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:p07@agency.example",
        ),
        event(
            "UID:elsewhere@house.example",
            "DTSTART:20270915T080000Z",
            "DTEND:20270915T160000Z",
            "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
        ),
        event("UID:perhaps@house.example", "DTSTART:20270916T100000Z", "DURATION:PT1H", "STATUS:TENTATIVE"),
    )


def _tables() -> str:
    """Return a free/busy table, entries without a UID and with one that says nothing."""
    return calendar(
        "BEGIN:VFREEBUSY\nDTSTART:20270301T000000Z\nDTEND:20270401T000000Z\n"
        "FREEBUSY:20270301T090000Z/PT1H,20270302T090000Z/20270302T173000Z\n"
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270303T090000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20270304T090000Z/PT1H\n"
        "END:VFREEBUSY",
        "BEGIN:VFREEBUSY\nDTSTART:20270401T000000Z\nDTEND:20270501T000000Z\nFREEBUSY:20270405T090000Z/PT8H\nEND:VFREEBUSY",
        event("UID:none", "DTSTART:20270601T090000", "DTEND:20270601T100000"),
        event("UID:none", "DTSTART:20270602T090000", "DTEND:20270602T100000"),
        event("UID:", "DTSTART:20270603T090000", "DTEND:20270603T100000"),
        event("DTSTART:20270604T090000", "DTEND:20270604T100000", "DESCRIPTION:What\\nnobody\\, reads"),
        "BEGIN:VTODO\nUID:to-do@house.example\nDTSTART:20270605T090000Z\nDUE:20270605T100000Z\nEND:VTODO",
        "BEGIN:VJOURNAL\nUID:journal@house.example\nDTSTART:20270606T090000Z\nEND:VJOURNAL",
        event("DTSTART:20270607T090000Z", "DTEND:20270607T100000Z", "COMMENT:last"),
    )


def _two_calendars() -> str:
    """Return two calendars in one file, in which one name means two time zones."""
    lines = ("DTSTART;TZID=Our own:20270610T090000", "DTEND;TZID=Our own:20270610T103000")
    first = calendar(OWN, event("UID:of-the-first@house.example", *lines, "RRULE:FREQ=WEEKLY;COUNT=12"))
    second = calendar(BERLIN, event("UID:of-the-second@house.example", *lines, "RRULE:FREQ=DAILY;COUNT=12;INTERVAL=2"))
    return first + second


def _folded(text: str, width: int, end: str) -> bytes:
    """Fold every line, wherever that falls, also within a character; with another line end."""
    lines = [line.encode() for line in text.split("\r\n")]
    fold = end.encode() + b" "
    return end.encode().join(
        fold.join(line[i : i + width] for i in range(0, max(1, len(line)), width)) for line in lines
    )


def built_bases() -> Iterator[Base]:
    """Yield calendars in which every property stands that is read."""
    for make in (_repeating, _whole_days, _tables, _two_calendars):
        yield base_of(make.__name__, make().encode())
    yield base_of("folded", _folded(_repeating(), 17, "\r\n"))
    yield base_of("other line ends", _whole_days().replace("\r\n", "\n").encode())
    yield base_of("folded, other line ends", _folded(_whole_days(), 30, "\n"))


def scenario_bases(every: int) -> Iterator[Base]:
    """Yield every so manieth calendar of the scenarios."""
    for path in sorted(SCENARIOS.glob("*/calendars/*.ics"))[::every]:
        yield base_of(path.relative_to(SCENARIOS).as_posix(), path.read_bytes())
