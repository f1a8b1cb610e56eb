"""What each calendar covers, how old it is, and what of it was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from rich.table import Table

from ltsched.domain.availability import Coverage, Diary, Level
from ltsched.domain.review import Review
from ltsched.domain.words.wording import date_text, harmless
from ltsched.report.screen.layout import cell, plain_table

__all__ = ["calendars_table", "coverage_json"]

ONE_DAY = timedelta(days=1)


def calendars_table(review: Review, end: date) -> Table:
    """Return a row for each calendar that was read; those are marked that end long before `end`."""
    table = plain_table("Id", "Covers", "Written", "Left out", whole=("Covers", "Written"))
    for id, diary in _read(review):
        covers = diary.coverage or Coverage()
        table.add_row(
            cell(harmless(id)),
            cell(_covers(covers), "yellow" if covers.short_of(end) else ""),
            cell(date_text(covers.written) if covers.written else "–"),
            cell(_left_out(diary) or "–"),
        )
    return table


def _read(review: Review) -> Iterator[tuple[str, Diary]]:
    for each in review.diary_owners:
        diary = review.diary(each.id)
        if diary.has_calendar:
            yield each.id, diary


def _covers(covers: Coverage) -> str:
    if covers.end is None:
        return "nothing"
    last = date_text(covers.end - ONE_DAY)
    first = f"{date_text(covers.first)} " if covers.first else ""
    return f"{first}to {last}" if covers.said else f"{first}last entry {last}"


def _left_out(diary: Diary) -> str:
    counts = Counter(time.why for time in diary.times if time.level is Level.FREE and not time.frees)
    return ", ".join(f"{harmless(why)} ({count})" for why, count in sorted(counts.items()))


def coverage_json(diary: Diary) -> dict[str, str | bool | None] | None:
    """Return the first and the last day that a calendar covers, both inclusive, and when it was written."""
    covers = diary.coverage
    if covers is None:
        return None
    return {
        "from": covers.first.isoformat() if covers.first else None,
        "until": (covers.end - ONE_DAY).isoformat() if covers.end else None,
        "said": covers.said,
        "written": covers.written.isoformat() if covers.written else None,
    }
