"""The diary of one person or room, day by day, with where each time comes from: to compare it with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from rich.table import Table

from ltsched.domain.availability import Diary, DiaryTime, Level
from ltsched.domain.explaining.costs import cost_rows
from ltsched.domain.review import Review
from ltsched.domain.spans import moment_of
from ltsched.domain.words.wording import day_text, harmless
from ltsched.report.screen.layout import cell, plain_table

__all__ = ["diary_json", "diary_table", "left_out_json"]

ONE_DAY = timedelta(days=1)
WORDS = {Level.BUSY: "busy", Level.IF_NEEDED: "if needed", Level.FREE: "left out"}
STYLES = {Level.BUSY: "", Level.IF_NEEDED: "yellow", Level.FREE: "dim"}


def diary_table(review: Review, diary: Diary, months: tuple[date, date]) -> Table:
    """Return a row for each time of each day in `months`, ``[first, end)``, with what it counts as and its source.

    What lasts longer than a day stands under each of its days.
    """
    table = plain_table("Day", "Time", "Counts as", "From", whole=("Day", "Time", "Counts as"))
    before: date | None = None
    for day, start, end, entry in sorted(_by_day(review, diary, months), key=lambda row: row[:3]):
        table.add_row(
            cell(day_text(day) if day != before else ""),
            cell(_span_text(day, start, end)),
            cell(_counts_as(entry), "green" if entry.frees else STYLES[entry.level]),
            cell(harmless(f"{entry.source}, {entry.why}" if entry.why else entry.source)),
        )
        before = day
    return table


def _by_day(
    review: Review, diary: Diary, months: tuple[date, date]
) -> Iterator[tuple[date, datetime, datetime, DiaryTime]]:
    first, last = months
    for entry in diary.times:
        start, end = moment_of(entry.start, review.timezone), moment_of(entry.end, review.timezone)
        day = max(start.date(), first)
        while day < last and datetime.combine(day, time(), review.timezone) < end:
            yield day, start, end, entry
            day += ONE_DAY


def _counts_as(entry: DiaryTime) -> str:
    """Return what a time counts as, with the kind of reason where one was told: ``busy, on leave``."""
    if entry.frees:
        return "free after all"
    row = cost_rows().get(entry.kind)
    told = row is not None and row.told_by and entry.level is not Level.FREE
    return f"{WORDS[entry.level]}, {row.words}" if row is not None and told else WORDS[entry.level]


def _span_text(day: date, start: datetime, end: datetime) -> str:
    """Return the part of ``[start, end)`` that lies on `day`."""
    from_midnight = start.date() < day or start.time() == time()
    to_midnight = end.date() > day
    if from_midnight and to_midnight:
        return "all day"
    first = "00:00" if from_midnight else f"{start:%H:%M}"
    return f"{first}–{'24:00' if to_midnight else f'{end:%H:%M}'}"


def diary_json(review: Review, diary: Diary) -> list[dict[str, str]]:
    """Return the busy and the if-needed times that were read, and those that are free after all, in the order of time.

    A whole day ends at midnight.
    """
    return [_json(review, entry) for entry in diary.times if entry.level is not Level.FREE or entry.frees]


def left_out_json(review: Review, diary: Diary) -> list[dict[str, str]]:
    """Return the times that were left out, each with why."""
    return [_json(review, entry) for entry in diary.times if entry.level is Level.FREE and not entry.frees]


def _json(review: Review, entry: DiaryTime) -> dict[str, str]:
    start, end = (
        moment_of(minute, review.timezone).isoformat(timespec="minutes") for minute in (entry.start, entry.end)
    )
    found = {"start": start, "end": end, "level": str(entry.level), "source": entry.source}
    found |= {"kind": entry.kind} if entry.kind else {}
    return found | {"why": entry.why} if entry.why else found
