"""The days of a clash against its people: who is away when and why, and the best day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash, Cure
from ltsched.domain.explaining.open_time import HOURS
from ltsched.domain.people import OFFICE_HOURS, WorkingHours
from ltsched.domain.rules.rule import Fact
from ltsched.domain.spans import Spans, day_span

__all__ = ["EVERYBODY", "Cell", "DaysPicture", "Row", "picture_of"]

EVERYBODY = "everybody"
"""The row of a picture of bank holidays alone, which are in the way of nobody in particular."""

BANK_HOLIDAY = "bank-holiday"
"""The kind of the facts about bank holidays."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Why somebody is away on a day: kinds of absence, the one that takes most of the day first.

    `whole` is whether it takes the whole of the time that they could come otherwise.
    """

    kinds: tuple[str, ...]
    whole: bool

    @property
    def kind(self) -> str:
        """The kind that is shown where there is room for one: the hours of work only where there is nothing else."""
        return next((kind for kind in self.kinds if kind not in HOURS), self.kinds[0])


@dataclass(frozen=True, slots=True)
class Row:
    """One person or room, and the days on which they are away; on the others nothing is known against it."""

    id: str
    away: Mapping[date, Cell]


@dataclass(frozen=True, slots=True)
class DaysPicture:
    """The days on which a clash is decided, and who is away on each.

    Parameters
    ----------
    activities
        Those of the clash.
    days
        The days on which any of them may lie, in order.
    best
        The day on which most can come, where a quorum says so; else that on which the cheapest cure that frees one of
        these people does so; else, for one activity alone, that on which the fewest are away. None where no day is
        better than all others.
    """

    activities: tuple[str, ...]
    days: tuple[date, ...]
    rows: tuple[Row, ...]
    best: date | None

    def away_on(self, day: date) -> int:
        """Return how many are away on `day`, or on a part of it."""
        return sum(day in row.away for row in self.rows)


def picture_of(clash: Clash, cures: Sequence[Cure], agenda: Agenda) -> DaysPicture | None:
    """Return the days of `clash` against its people and rooms; None where it is about no days on which they are away.

    It shows no more of a diary than the facts of the clash tell: the days, and the kind of absence. On a bank holiday
    everybody is away; where that is all there is to show, one row stands for them.
    """
    absences = [fact for fact in clash.facts if fact.rule == "diary" and fact.dates]
    owners = {each.id for each in agenda.review.diary_owners}
    by_owner: dict[str, list[Fact]] = defaultdict(list)
    for fact in absences:
        for id in fact.ids:
            if id in owners:
                by_owner[id].append(fact)
    off = {day for fact in clash.facts if fact.kind == BANK_HOLIDAY for day in fact.dates}
    days = _days(clash, agenda, off)
    if not (by_owner or off) or not days:
        return None
    nobodys = {day: Cell((BANK_HOLIDAY,), whole=True) for day in days if day in off}
    rows = tuple(Row(id, {**_away(facts, days, agenda), **nobodys}) for id, facts in by_owner.items())
    rows = rows or (Row(EVERYBODY, nobodys),)
    picture = DaysPicture(clash.activities, days, rows, None)
    told = {fact.dates[0] for fact in clash.facts if fact.rule == "quorum" and len(fact.dates) == 1}
    best = told.pop() if len(told) == 1 else None
    return DaysPicture(clash.activities, days, rows, best if best in days else _best(picture, cures))


def _days(clash: Clash, agenda: Agenda, off: Collection[date]) -> tuple[date, ...]:
    """Return the working days, in whole weeks, over which the absences of a clash reach, within its time.

    Of bank holidays those `off` are among them.
    """
    dates = [day for fact in clash.facts if fact.rule == "diary" for day in fact.dates] or list(off)
    activities = [activity for activity in agenda.activities if activity.id in clash.activities]
    if not dates or not activities:
        return ()
    first, last = min(dates), max(dates)
    monday, end = first - timedelta(days=first.weekday()), last + timedelta(days=7 - last.weekday())
    days = sorted({*agenda.working_days.between(monday, end), *(day for day in off if monday <= day < end)})
    bounds = _bounds(clash) if len(activities) == 1 else (date.min, date.max)
    wished = {id for fact in clash.facts if fact.rule == "wished window" for id in fact.ids}
    return tuple(
        day
        for day in days
        if bounds[0] <= day < bounds[1]
        and any(one.may_lie_on(day) and (one.id not in wished or _wished_on(day, one)) for one in activities)
    )


def _wished_on(day: date, activity: Activity) -> bool:
    """Return whether `day` is in one of each group of the windows of an activity."""
    return all(
        any(
            (window.first or day) <= day <= (window.last or day)
            and (not window.weekdays or day.weekday() in window.weekdays)
            for window in group
        )
        for group in activity.windows
    )


def _bounds(clash: Clash) -> tuple[date, date]:
    """Return the first day, and the first that is too late, that the facts of a clash of one activity say."""
    spans = [fact.dates for fact in clash.facts if fact.rule in ("window", "spread") and len(fact.dates) == 2]
    return max((first for first, _ in spans), default=date.min), min((end for _, end in spans), default=date.max)


def _away(facts: Sequence[Fact], days: Sequence[date], agenda: Agenda) -> dict[date, Cell]:
    """Return why the person or room of `facts` is away on each of `days`."""
    found: dict[date, list[str]] = defaultdict(list)
    taken: dict[date, Spans] = {}
    zone = agenda.review.timezone
    for fact in facts:
        spans = Spans.of(fact.spans)
        for day in fact.dates:
            if fact.kind not in found[day]:
                found[day].append(fact.kind)
            own = Spans.of([day_span(day, day, zone)])
            taken[day] = taken.get(day, Spans()) | (spans & own if fact.spans else own)
    hours = _hours(facts, agenda)
    return {day: Cell(tuple(found[day]), not (hours.spans([day], zone) - taken[day])) for day in days if day in found}


def _hours(facts: Sequence[Fact], agenda: Agenda) -> WorkingHours:
    """Return when the person of `facts` works; a room is there in office hours."""
    ids = {id for fact in facts for id in fact.ids}
    return next((person.works for person in agenda.review.people if person.id in ids), OFFICE_HOURS)


def _best(picture: DaysPicture, cures: Sequence[Cure]) -> date | None:
    shown = {row.id for row in picture.rows}
    for step in (step for cure in cures for step in cure.steps if shown.intersection(step.change.ids)):
        told = [day for day in step.change.dates if day in picture.days]
        if told:
            return told[0]
    if len(picture.activities) > 1:
        return None
    counts = {day: picture.away_on(day) for day in picture.days}  # on a bank holiday everybody is
    least = min(counts.values())
    best = [day for day, count in counts.items() if count == least]
    return best[0] if len(best) < len(counts) else None
