"""Bookings in exports that have lost what they are and put times together, round them, or show what was moved since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.availability import Level
from ltsched.domain.spans import Spans, minute_after, minute_before
from ltsched.files.calendars.entry.levels import Busyness
from ltsched.files.calendars.own import BEFORE, BESIDE, BY_TIME, BY_UID, LEFT_OPEN, ROUNDED, TOGETHER, WITHIN
from ltsched.files.calendars.own_merged import LEAST_MINUTES, merged_parts
from ltsched.files.calendars.own_times import OwnTime
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.series.occurrences import Occurrence
from ltsched.files.calendars.told import reading_notices
from tests.support.calendar_texts import LONDON, calendar, event, local, reading

ISSUED = datetime(2027, 1, 15, 9, tzinfo=UTC)
MOVED = ISSUED + timedelta(days=10)
STAMP = "%Y%m%dT%H%M%SZ"
BETWEEN, AFTER, EARLIER = ISSUED + timedelta(days=5), MOVED + timedelta(days=1), ISSUED - timedelta(days=1)
HALF_HOURS = ("20:00", "20:30"), ("21:00", "21:30"), ("22:00", "22:30"), ("23:00", "23:30")


def day_time(clock: str, day: int = 1) -> datetime:
    """Return a time of a day in March."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2027, 3, day, hour, minute, tzinfo=LONDON)


def own(activity: str, first: str, last: str, **more: Any) -> OwnTime:
    """Return the time of a booking on 1 March, or on another `day`, announced at `ISSUED`."""
    day = more.pop("day", 1)
    span = minute_before(day_time(first, day)), minute_after(day_time(last, day))
    told: dict[str, Any] = {"first": ISSUED, "issued": ISSUED, "uids": frozenset({f"{activity}@ltsched"})}
    return OwnTime(activity, span, **{**told, **more})


def table(*times: tuple[str, str], stamp: datetime | None = AFTER, kind: str = "BUSY") -> str:
    """Return an anonymous table of busy times on 1 March."""
    lines = [f"FREEBUSY;FBTYPE={kind}:{day_time(a):{STAMP}}/{day_time(b):{STAMP}}" for a, b in times]
    stamped = [f"DTSTAMP:{stamp:{STAMP}}"] if stamp else []
    return "\n".join(["BEGIN:VFREEBUSY", *stamped, *lines, "END:VFREEBUSY"])


def entry(first: str, last: str, *lines: str) -> str:
    """Return a VEVENT on 1 March."""
    return event(f"DTSTART:{day_time(first):{STAMP}}", f"DTEND:{day_time(last):{STAMP}}", *lines)


def read(owns: tuple[OwnTime, ...], *parts: str, others: frozenset[str] = frozenset()) -> tuple[list[str], list[str]]:
    """Return what is busy, and what was taken for what."""
    owner = Owner("p07", own_uids=frozenset().union(others, *(each.uids for each in owns)), invited=owns)
    found, mistakes = reading(calendar(*parts), owner=owner)
    assert mistakes == []
    busy = [text.replace("03-01 ", "") for text in local(found.diary.busy | found.diary.if_needed)]
    return busy, [time.why for time in found.diary.times if time.why]


ONE = own("one", "10:00", "12:00")
NEXT = own("two", "12:00", "13:30")
YES = replace(ONE, accepted=True)


class TestTogether:
    """A time that is exactly several bookings, one after another."""

    @pytest.mark.parametrize("kind", ["BUSY", "BUSY-TENTATIVE"])
    def test_is_these_bookings(self, kind: str) -> None:
        """Whatever was answered: no more is guessed than for one booking."""
        assert read((ONE, NEXT), table(("10:00", "13:30"), kind=kind)) == ([], [TOGETHER])
        assert read((ONE, NEXT), entry("10:00", "13:30")) == ([], [TOGETHER])

    def test_is_none_where_one_is_missing(self) -> None:
        """Or where they do not touch; then it is perhaps one booking and an engagement."""
        assert read((ONE,), table(("10:00", "13:30"))) == (["10:00 to 13:30"], [LEFT_OPEN])
        apart = own("two", "12:15", "13:30")
        assert read((ONE, apart), table(("10:00", "13:30"))) == (["10:00 to 13:30"], [LEFT_OPEN])

    def test_is_none_where_it_was_there_before(self) -> None:
        """An export that was written before the invitations cannot show them."""
        assert read((ONE, NEXT), table(("10:00", "13:30"), stamp=EARLIER)) == (["10:00 to 13:30"], [])

    def test_each_booking_is_found_once(self) -> None:
        """Beside the bookings themselves, another engagement has their time."""
        both = ["10:00 to 13:30"]
        assert read((ONE, NEXT), table(("10:00", "12:00"), ("12:00", "13:30"), ("10:00", "13:30"))) == (
            *(both, [BY_TIME, BY_TIME]),
        )


class TestWithin:
    """A longer time that begins or ends with bookings that were accepted."""

    @pytest.mark.parametrize(
        ("times", "left", "why"),
        [
            (("09:00", "12:00"), ["09:00 to 10:00"], [BESIDE, WITHIN]),
            (("10:00", "12:15"), ["12:00 to 12:15"], [WITHIN, BESIDE]),
            (("10:00", "17:00"), ["12:00 to 17:00"], [WITHIN, BESIDE]),
        ],
    )
    def test_leaves_the_rest_busy(self, times: tuple[str, str], left: list[str], why: list[str]) -> None:
        """No minute of the rest is lost."""
        assert read((YES,), table(times)) == (left, why)

    def test_begins_and_ends_with_one_each(self) -> None:
        late = own("two", "14:00", "15:00", accepted=True)
        assert read((YES, late), table(("10:00", "15:00"))) == (["12:00 to 14:00"], [WITHIN, BESIDE, WITHIN])

    @pytest.mark.parametrize(
        ("owns", "times", "why"),
        [
            ((ONE,), ("09:00", "12:00"), [LEFT_OPEN]),
            ((YES,), ("09:00", "13:00"), []),
            ((YES,), ("10:00", "12:10"), []),
            ((YES,), ("10:00", "11:45"), []),
        ],
        ids=["not accepted", "in the middle", "the rest is too short", "shorter than the booking"],
    )
    def test_stays_busy_where_it_cannot_be_known(
        self, owns: tuple[OwnTime, ...], times: tuple[str, str], why: list[str]
    ) -> None:
        """It may as well be an engagement over the booking; that is told where a yes would settle it."""
        assert read(owns, table(times)) == ([" to ".join(times)], why)

    def test_stays_busy_where_the_file_keeps_what_entries_are(self) -> None:
        """One that says when it was made is one engagement, and so is one beside an invitation with its UID."""
        made = f"CREATED:{AFTER:{STAMP}}"
        assert read((YES,), entry("09:00", "12:00", made)) == (["09:00 to 12:00"], [])
        invitation = entry("14:00", "15:00", "UID:other@ltsched")
        found = read((YES,), entry("09:00", "12:00"), invitation, others=frozenset({"other@ltsched"}))
        assert found == (["09:00 to 12:00"], [BY_UID])

    def test_stays_as_it_was_where_it_is_not_busy(self) -> None:
        """What was accepted is busy, and not within a time that is only tentative."""
        times = "09:00", "12:00"
        assert read((YES,), table(times, kind="BUSY-TENTATIVE")) == ([" to ".join(times)], [LEFT_OPEN])


class TestHalfHours:
    """A server that knows half hours only, as Exchange's free/busy does."""

    ODD = own("one", "10:15", "12:15")
    LEFT = ("10:00 to 10:15", "12:15 to 12:30")
    OTHERS = tuple(" to ".join(times) for times in HALF_HOURS)

    def test_a_booking_is_taken_out(self) -> None:
        """What it was widened by stays busy: somebody may have a quarter of an hour there."""
        found = read((self.ODD,), table(("10:00", "12:30"), *HALF_HOURS))
        assert found == ([*self.LEFT, *self.OTHERS], [BESIDE, ROUNDED, BESIDE])

    def test_bookings_that_are_merged_by_it_are_taken_out(self) -> None:
        """They need not touch one another."""
        later = own("two", "12:45", "13:45")
        found = read((self.ODD, later), table(("10:00", "14:00"), *HALF_HOURS))
        assert found[0][:3] == ["10:00 to 10:15", "12:15 to 12:45", "13:45 to 14:00"]

    def test_an_engagement_before_it_stays_busy(self) -> None:
        """Where the booking was accepted."""
        accepted = replace(self.ODD, accepted=True)
        found = read((accepted,), table(("09:00", "12:30"), *HALF_HOURS))
        assert found == (["09:00 to 10:15", "12:15 to 12:30", *self.OTHERS], [BESIDE, WITHIN, BESIDE])

    @pytest.mark.parametrize("others", [(), HALF_HOURS[:3], (*HALF_HOURS, ("08:10", "08:30"))])
    def test_is_not_believed_of_few_times_or_where_one_is_exact(self, others: tuple[tuple[str, str], ...]) -> None:
        """Then the time is what it says."""
        busy, why = read((self.ODD,), table(("10:00", "12:30"), *others))
        assert ("10:00 to 12:30" in busy, why) == (True, [])


class TestMoved:
    """The old time of a booking, in a calendar that was written before it was moved."""

    OLD = own("one", "10:00", "12:00", until=MOVED)
    NEW = own("one", "14:00", "16:00", issued=MOVED)

    @pytest.mark.parametrize(
        ("stamp", "old", "new"),
        [(EARLIER, True, True), (BETWEEN, False, True), (MOVED, True, False), (AFTER, True, False)],
        ids=["before the invitation", "before the update", "with the update", "after the update"],
    )
    def test_is_known_by_when_the_calendar_was_written(self, stamp: datetime, old: bool, new: bool) -> None:
        """Before the update the booking is at its old time, and busy at the new one is something else; then as now."""
        times = [("10:00", "12:00"), ("14:00", "16:00")]
        busy, why = read((self.NEW, self.OLD), table(*times, stamp=stamp))
        assert busy == [" to ".join(each) for each, is_busy in zip(times, (old, new), strict=True) if is_busy]
        assert why == ([] if old and new else [BY_TIME if old else BEFORE])

    def test_is_known_where_the_new_one_is_not_shown(self) -> None:
        """In a calendar that does not say when it was written, a booking is in one place."""
        old, new = ("10:00", "12:00"), ("14:00", "16:00")
        assert read((self.NEW, self.OLD), table(old, stamp=None)) == ([], [BEFORE])
        assert read((self.NEW, self.OLD), table(old, new, stamp=None)) == (["10:00 to 12:00"], [BY_TIME])

    def test_of_what_was_cancelled_needs_a_date(self) -> None:
        """Without one, the entry may be new."""
        assert read((self.OLD,), table(("10:00", "12:00"), stamp=BETWEEN)) == ([], [BEFORE])
        assert read((self.OLD,), table(("10:00", "12:00"), stamp=None)) == (["10:00 to 12:00"], [])

    def test_beside_its_uid_is_something_else(self) -> None:
        """The old entry of the invitation is there; what is at the new time is an engagement."""
        shown = entry("10:00", "12:00", "UID:one@ltsched"), entry("14:00", "16:00")
        assert read((self.NEW, self.OLD), *shown) == (["14:00 to 16:00"], [BY_UID])

    def test_is_found_among_merged_times_too(self) -> None:
        """Of an export from before the update."""
        assert read((self.NEW, self.OLD, NEXT), table(("10:00", "13:30"), stamp=BETWEEN)) == ([], [TOGETHER])
        assert read((self.NEW, self.OLD, NEXT), table(("10:00", "13:30")))[0] == ["10:00 to 13:30"]


@pytest.mark.parametrize(
    ("owns", "times", "told"),
    [
        (
            (ONE, NEXT),
            ("10:00", "13:30"),
            "1 busy time of p07.ics is exactly those of bookings that follow one another",
        ),
        ((YES,), ("09:00", "12:00"), "1 booking that they have accepted begins or ends a longer busy time of p07.ics"),
        (
            (ONE,),
            ("09:00", "12:00"),
            "1 busy time of p07.ics begins or ends with a booking that they have not accepted",
        ),
        (
            (TestMoved.NEW, TestMoved.OLD),
            ("10:00", "12:00"),
            "1 busy time of p07.ics is exactly that of a booking before",
        ),
    ],
)
def test_what_is_assumed_is_told(owns: tuple[OwnTime, ...], times: tuple[str, str], told: str) -> None:
    """Once for each kind, of this person."""
    owner = Owner("p07", own_uids=frozenset().union(*(each.uids for each in owns)), invited=owns)
    found, _ = reading(calendar(table(times, stamp=BETWEEN)), owner=owner)
    notices = reading_notices(found, owner, "p07.ics", (date(2027, 1, 1), date(2027, 3, 2)), None)
    assert [notice.text.startswith(f"p07: {told}") for notice in notices if "booking" in notice.text] == [True]


quarters = st.integers(0, 24).map(lambda quarter: 15 * quarter)
spans = st.tuples(quarters, quarters).filter(lambda span: span[0] < span[1])
own_spans = st.builds(
    OwnTime,
    st.sampled_from("abcd"),
    spans,
    st.just(ISSUED),
    st.just(ISSUED),
    accepted=st.booleans(),
)


@given(st.lists(spans, min_size=1, max_size=6), st.lists(own_spans, max_size=4, unique_by=lambda own: own.activity))
def test_no_minute_is_lost(blocks: list[tuple[int, int]], owns: list[OwnTime]) -> None:
    """The parts of a time are all of it, once; what does not stay is a booking, found once, and alone was accepted."""
    found = [Occurrence(Busyness(Level.BUSY), span, span, line, False) for line, span in enumerate(blocks)]
    freed: list[tuple[int, int]] = []
    for i, parts in merged_parts(found, dict.fromkeys(range(len(found)), owns)).items():
        assert Spans.of(part.span for part in parts) == Spans.of([blocks[i]])
        assert sum(part.span[1] - part.span[0] for part in parts) == blocks[i][1] - blocks[i][0]
        mine = [part.span for part in parts if not part.stays]
        rest = sum(part.span[1] - part.span[0] for part in parts if part.stays)
        taken = [own for own in owns if any(span[0] <= own.span[0] and own.span[1] <= span[1] for span in mine)]
        assert Spans.of(mine) == Spans.of(own.span for own in taken)
        if mine and any(part.why == WITHIN for part in parts):
            assert rest >= LEAST_MINUTES
        freed += mine
    assert sum(last - first for first, last in freed) <= sum(own.span[1] - own.span[0] for own in owns)
