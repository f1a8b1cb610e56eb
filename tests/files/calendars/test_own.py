"""The review's own bookings in a calendar: known by their UID, or by their times where the export has lost it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from ltsched.domain.spans import minute_after, minute_before
from ltsched.files.calendars.own import BY_TIME, BY_UID
from ltsched.files.calendars.own_times import OwnTime
from ltsched.files.calendars.own_uid import uid_key
from ltsched.files.calendars.owner import Owner
from tests.support.calendar_texts import LONDON, calendar, event, local, reading

UID = "d1ab5a8e-0000-5000-8000-000000000001@ltsched"
WRAPPED = "040000008200E00074C5B7101A82E008" + "0" * 48 + "7643616C2D55696401000000" + UID.encode().hex().upper() + "00"
BOOKING = datetime(2027, 3, 1, 10, tzinfo=LONDON), datetime(2027, 3, 1, 12, tzinfo=LONDON)
ISSUED = datetime(2027, 1, 15, 9, tzinfo=UTC)


def own(booking: tuple[datetime, datetime], activity: str = "event", *, uid: str = "", **more: Any) -> OwnTime:
    """Return the time of a booking, announced at `ISSUED`."""
    span = minute_before(booking[0]), minute_after(booking[1])
    return OwnTime(activity, span, **{"first": ISSUED, "issued": ISSUED, "uids": frozenset({uid_key(uid)}), **more})


OWNER = Owner(
    "p07",
    own_uids=frozenset({uid_key(UID)}),
    invited=(own(BOOKING, uid=UID),),
)
AT_TEN = ("DTSTART:20270301T100000Z", "DTEND:20270301T120000Z")
BUSY = ["03-01 10:00 to 03-01 12:00"]


def read(*parts: str) -> tuple[list[str], list[str]]:
    """Return what is busy, and why the rest was left out."""
    found, mistakes = reading(calendar(*parts), owner=OWNER)
    assert mistakes == []
    return local(found.diary.busy), [time.why for time in found.diary.times if time.why]


@pytest.mark.parametrize("uid", [UID, UID.upper(), WRAPPED, WRAPPED.lower(), f"{UID} "], ids=lambda uid: uid[:20])
def test_is_known_by_its_uid(uid: str) -> None:
    """As it was sent, in other capitals, and in Exchange's wrapping; also where it was moved since."""
    assert read(event(f"UID:{uid}", *AT_TEN)) == ([], [BY_UID])
    assert read(event(f"UID:{uid}", "DTSTART:20270401T100000Z", "DURATION:PT1H")) == ([], [BY_UID])


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("UID:another",),
        ("DTSTAMP:20270201T090000Z",),
        ("CREATED:20270116T090000Z",),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",),
    ],
    ids=str,
)
def test_is_known_by_its_time(lines: tuple[str, ...]) -> None:
    """An "availability only" export has no UIDs: exactly the time of a booking is that booking."""
    assert read(event(*lines, *AT_TEN)) == ([], [BY_TIME])


def test_is_known_by_its_time_in_a_table_of_busy_times() -> None:
    """An anonymous VFREEBUSY."""
    table = "BEGIN:VFREEBUSY\nDTSTAMP:{}\nFREEBUSY:20270301T100000Z/20270301T120000Z\nEND:VFREEBUSY"
    assert read(table.format("20270201T090000Z")) == ([], [BY_TIME])
    assert read(table.format("20270101T090000Z")) == (BUSY, [])


@pytest.mark.parametrize(
    "lines",
    [
        ("CREATED:20270101T090000Z", *AT_TEN),
        ("DTSTAMP:20270101T090000Z", *AT_TEN),
        ("CREATED:20270101T090000Z", "DTSTAMP:20270201T090000Z", *AT_TEN),
        ("RRULE:FREQ=WEEKLY;COUNT=1", *AT_TEN),
    ],
    ids=str,
)
def test_is_not_what_was_there_before_or_repeats(lines: tuple[str, ...]) -> None:
    """Somebody's own meeting at the time of ours keeps them busy."""
    assert read(event(*lines)) == (BUSY, [])


@pytest.mark.parametrize("times", [("1000", "1201"), ("0959", "1200"), ("1000", "1100"), ("1100", "1300")])
def test_is_not_what_lies_at_nearly_the_same_time(times: tuple[str, str]) -> None:
    """To the minute, or not at all."""
    first, last = times
    busy, why = read(event(f"DTSTART:20270301T{first}00Z", f"DTEND:20270301T{last}00Z"))
    assert (len(busy), why) == (1, [])


def test_is_one_entry_for_each_booking() -> None:
    """Of two at that time one is somebody's own; beside one that is known by its UID, the other is."""
    assert read(event(*AT_TEN), event(*AT_TEN)) == (BUSY, [BY_TIME])
    assert read(event(f"UID:{UID}", *AT_TEN), event(*AT_TEN)) == (BUSY, [BY_UID])
