"""What should be known of the rows of busy.csv that free somebody after all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import islice

from ltsched.domain.availability import DiaryTime
from ltsched.domain.explaining.away import away_times
from ltsched.domain.review import Review
from ltsched.domain.spans import Spans, day_span, moment_of
from ltsched.domain.words.file_names import BUSY_FILE
from ltsched.domain.words.wording import listed, unrepeated
from ltsched.domain.working_days import WorkingDays
from ltsched.errors import Notice

__all__ = ["freed_in_vain", "told_both"]

MOST_TOLD = 20
ONE_DAY = timedelta(days=1)
WHY = {"hold-of-person": "a hold", "window": "a window of review.toml", "declined": "what they have declined"}
"""What no row can free, by its kind, and how it is said."""


def told_both(rows: Mapping[str, Sequence[DiaryTime]]) -> list[Notice]:
    """Return a notice for each row that frees somebody at a time at which other rows of the file say something else."""
    return list(islice(_told_both(rows), MOST_TOLD))


def _told_both(rows: Mapping[str, Sequence[DiaryTime]]) -> Iterator[Notice]:
    for id, times in rows.items():
        others = [time for time in times if not time.frees]
        for freed in (time for time in times if time.frees):
            lines = [_line(time) for time in others if time.start < freed.end and freed.start < time.end]
            if lines:
                many = len(lines) > 1
                said = f"line{'s' if many else ''} {listed(lines[:5])} say{'' if many else 's'} of that time"
                text = f"{BUSY_FILE}, line {_line(freed)}: {id} is free after all, and what {said} does not count"
                yield Notice(text, BUSY_FILE, id, private=True)


def freed_in_vain(review: Review) -> list[Notice]:
    """Return a notice for each row that frees somebody at a time at which nobody can book them all the same.

    It lies at a weekend or on a bank holiday; or a hold, a window or what they have declined keeps them away. What is
    over frees nobody any more, and is no mistake.
    """
    return list(islice(_in_vain(review), MOST_TOLD))


def _in_vain(review: Review) -> Iterator[Notice]:
    working_days = WorkingDays(review.holidays)
    for owner in review.diary_owners:
        for freed in (time for time in review.diary(owner.id).times if time.frees):
            first = moment_of(freed.start, review.timezone).date()
            end = moment_of(freed.end - 1, review.timezone).date() + ONE_DAY
            if end <= review.earliest:
                continue
            row = Spans(((freed.start, freed.end),))
            away = [(one, Spans(((one.start, one.end),)) & row) for one in away_times(review, owner.id, first, end)]
            open_time = Spans.of(day_span(day, day, review.timezone) for day in working_days.between(first, end)) & row
            if open_time - Spans.of(pair for _, time in away for pair in time):
                continue
            why = unrepeated(WHY[one.kind] for one, time in away if time and one.kind in WHY)
            kept = f"is kept away by {listed(why)} all the same" if why else "nobody is booked on such a day or hour"
            text = f"{BUSY_FILE}, line {_line(freed)}: {owner.id} is free after all, but {kept}"
            yield Notice(text, BUSY_FILE, owner.id, private=True)


def _line(time: DiaryTime) -> str:
    return time.source.rpartition(":")[2]
