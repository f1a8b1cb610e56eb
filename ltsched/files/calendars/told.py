"""What is told of a calendar: what could not be understood, and what may be missing from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ltsched.domain.availability import Coverage
from ltsched.domain.words.wording import day_range, day_text, first_of, listed, plural
from ltsched.errors import Mistake, Notice
from ltsched.files.calendars.own import BEFORE, BY_TIME, LEFT_OPEN, ROUNDED, TOGETHER, WITHIN
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.read import CalendarReading
from ltsched.files.calendars.syntax.doubts import Doubt

__all__ = ["doubt_mistakes", "reading_notices"]

MOST_TOLD = 20
"""Of one file; whoever exported it has one cause to look for."""

OWN = {
    BY_TIME: (
        "busy time of {file} is exactly that of a booking and is taken as it",
        "busy times of {file} are exactly those of bookings and are taken as them",
    ),
    BEFORE: (
        "busy time of {file} is exactly that of a booking before it was moved or cancelled, and is taken as it: "
        "export the calendar again",
        "busy times of {file} are exactly those of bookings before they were moved or cancelled, and are taken as "
        "them: export the calendar again",
    ),
    TOGETHER: (
        "busy time of {file} is exactly those of bookings that follow one another, and is taken as them",
        "busy times of {file} are exactly those of bookings that follow one another, and are taken as them",
    ),
    ROUNDED: (
        "booking is in half hours in {file}, and is taken out of its busy time; what is left of that stays busy",
        "bookings are in half hours in {file}, and are taken out of their busy times; what is left of them stays busy",
    ),
    WITHIN: (
        "booking that they have accepted begins or ends a longer busy time of {file}: the rest stays busy",
        "bookings that they have accepted begin or end longer busy times of {file}: the rest stays busy",
    ),
    LEFT_OPEN: (
        "busy time of {file} begins or ends with a booking that they have not accepted: all of it is taken as busy; "
        "if the booking is part of it, record their yes",
        "busy times of {file} begin or end with bookings that they have not accepted: all of them are taken as busy; "
        "if the bookings are part of them, record their yes",
    ),
}
"""What is told of bookings that were found by their times, or perhaps were: of one, and of several."""

MOST_LINES = 5
MOST_RANGES = 8
ONE_DAY = timedelta(days=1)
OLD = timedelta(days=31)


def reading_notices(
    reading: CalendarReading, owner: Owner, relative: str, months: tuple[date, date], today: date | None
) -> list[Notice]:
    """Return what should be known of a calendar before anybody plans with it.

    Parameters
    ----------
    months
        ``[first, end)``: the days on which anything may be planned.
    today
        To tell how old the calendar is; None if that is not asked.
    """
    found = _doubt_texts(reading.doubts, owner, relative)
    texts = []
    if reading.unread:
        unread = plural(reading.unread, "old entry", "old entries")
        texts.append(f"{owner.label}: {unread} of {relative} could not be read")
    covers = reading.diary.coverage
    ends_early = covers is not None and covers.said and covers.short_of(months[1])
    if not reading.diary.times and not reading.doubts and not ends_early:
        when = f"from {day_text(months[0])} until {day_text(months[1])}"
        texts.append(f"{owner.label}: {relative} has no busy time {when}: is it the right calendar, and recent?")
    else:
        texts += _gaps(reading.diary.coverage, owner, relative, months)
    texts += _old(reading.diary.coverage, owner, relative, today)
    texts += _whole_days(reading, owner, months)
    texts += _own(reading, owner, relative)
    found += [(text, None) for text in texts]
    return [Notice(text, relative, owner.id, line, private=True) for text, line in found]


def doubt_mistakes(doubts: Iterable[Doubt], relative: str) -> list[Mistake]:
    """Return doubts as mistakes, for a reading that is to be strict."""
    return [
        Mistake(relative, doubt.where, doubt.found, f"without --strict: {doubt.assumed}", "", doubt.line or None)
        for doubt in doubts
    ]


def _gaps(coverage: Coverage | None, owner: Owner, relative: str, months: tuple[date, date]) -> list[str]:
    """Return where a calendar tells nothing of the months of the review."""
    if coverage is None:
        return []
    first, end = months
    found = []
    if coverage.short_of(end) and coverage.end is not None:
        last = day_text(coverage.end - ONE_DAY)
        if coverage.said:
            found.append(
                f"{owner.label}: {relative} covers the time until {last} only: export all months of the review"
            )
        else:
            found.append(f"{owner.label}: {relative} has no entry after {last}: is that the end of the export?")
    if coverage.first is not None and coverage.first > first:
        found.append(f"{owner.label}: {relative} covers the time from {day_text(coverage.first)} on only")
    return found


def _doubt_texts(doubts: Sequence[Doubt], owner: Owner, relative: str) -> list[tuple[str, int | None]]:
    """Return the doubts in words with their line; those that say the same of several entries in one sentence."""
    alike: dict[tuple[str, str, str], list[Doubt]] = {}
    for doubt in doubts:
        alike.setdefault((doubt.where, doubt.found, doubt.assumed), []).append(doubt)
    found: list[tuple[str, int | None]] = []
    for group in list(alike.values())[:MOST_TOLD]:
        first = group[0]
        lines = list(dict.fromkeys(doubt.line for doubt in group if doubt.line))
        place = f", line {lines[0]} and {len(lines) - 1} others" if len(lines) > MOST_LINES else ""
        if 0 < len(lines) <= MOST_LINES:
            place = f", line{'s' if len(lines) > 1 else ''} {listed(map(str, lines))}"
        found.append((f"{owner.label}: {relative}{place}, {first.text}", first.line or None))
    rest = sum(len(group) for group in list(alike.values())[MOST_TOLD:])
    if rest:
        more = plural(rest, "further entry", "further entries")
        text = f"{owner.label}: {relative}: {more} could not be understood; what is known of them is taken as busy"
        found.append((text, None))
    return found


def _old(coverage: Coverage | None, owner: Owner, relative: str, today: date | None) -> list[str]:
    if coverage is None or coverage.written is None or today is None or today - coverage.written <= OLD:
        return []
    days = (today - coverage.written).days
    age = f"{days} days old" if days < 2 * OLD.days else f"{days // 30} months old"
    return [f"{owner.label}: {relative} is {age}, of {day_text(coverage.written)}: export it again before planning"]


def _own(reading: CalendarReading, owner: Owner, relative: str) -> list[str]:
    """Return what was taken for bookings of the review by their times, and what was not."""
    texts = []
    for why, (one, many) in OWN.items():
        count = sum(time.why == why for time in reading.diary.times)
        if count:
            texts.append(f"{owner.label}: {plural(count, one, many).replace('{file}', relative)}")
    return texts


def _whole_days(reading: CalendarReading, owner: Owner, months: tuple[date, date]) -> list[str]:
    inside = [days for days in reading.whole_days_free if days[0] < months[1] and months[0] < days[1]]
    if not inside or owner.all_day_free is not None:  # it is settled
        return []
    merged: list[tuple[date, date]] = []
    for first, end in inside:
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((first, end))
    shown = first_of([day_range(first, end - ONE_DAY) for first, end in merged], MOST_RANGES)
    return [f"{owner.label}: whole days shown as free, {shown}: leave? (they are used only if they must be)"]
