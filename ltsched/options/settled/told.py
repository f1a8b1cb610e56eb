"""What an agreement breaks, told once: the rules are asked, as if it were booked already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Precedence, Rule, ShapeRule, Spread, Violation
from ltsched.domain.settled import Settled
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.settled_words import moment_text
from ltsched.domain.words.wording import day_text, listed
from ltsched.errors import Notice
from ltsched.options.settled.check import after

__all__ = ["as_if_booked", "out_of_order", "told_of_agreed"]

NOON = time(12)
OF_ITS_DAY = frozenset({"window", "hold", "spread", "block", "blocks apart", "one week", "one day"})
"""What an agreement on a day alone can break."""
OF_ITS_TIME = OF_ITS_DAY | {
    "start step",
    "bank holiday",
    "wished window",
    "room busy",
    "room too small",
    "quorum",
    "panel",
    "gap",
    "daily load",
    "precedence",
    "lag",
}


def as_if_booked(agenda: Agenda, agreed: Sequence[tuple[Settled, Activity]]) -> dict[str, Booking]:
    """Return a booking of all that is agreed for a day, and of what is over; who is free comes.

    What has no time of day yet stands at noon, without anybody.
    """
    found = dict(agenda.over)
    for said, activity in agreed:
        if said.start is not None:
            end = after(said.start, activity.minutes)
            span = minute_before(said.start), minute_after(end)
            free = {id for id in activity.expected if agenda.availability[id].free.covers(*span)}
            panel = activity.panel.pool if activity.panel is not None else ()
            if activity.panel is not None and len(panel) != activity.panel.size:
                panel = ()  # it is still to be chosen, of those who may
            come = (*activity.must, *(id for id in activity.expected if id in free), *panel)
            missing = tuple(id for id in activity.expected if id not in free)
            found[activity.id] = Booking(
                activity.id, activity.kind, activity.title, said.start, end, said.room, come, missing, panel
            )
        elif said.day is not None:
            noon = datetime.combine(said.day, NOON, agenda.review.timezone)
            found[activity.id] = Booking(activity.id, activity.kind, activity.title, noon, noon)
    return found


def told_of_agreed(
    agenda: Agenda, booked: Mapping[str, Booking], agreed: Mapping[str, Settled]
) -> tuple[list[Notice], bool]:
    """Return a notice of each agreement that breaks a rule of `agenda`, and whether they break the shape.

    The rules are those of the agenda before anything is fixed on it.
    """
    told: dict[str, list[str]] = {}
    broken = False
    for rule in agenda.rules:
        for id, text in _broken(rule, agenda, booked, agreed):
            broken = broken or (isinstance(rule, ShapeRule) and not isinstance(rule, Spread))
            told.setdefault(id, []).append(text)
    for id in agreed:
        if id in booked and (
            away := [person for person in booked[id].attendees if not _is_free(agenda, person, booked[id])]
        ):
            told.setdefault(id, []).extend(_reasons_away(agenda, away, booked[id]))
    notices = [
        Notice(f"{id} is kept as agreed, {_when(agreed[id])}: {'; '.join(texts)}", REVIEW_FILE, id)
        for id, texts in told.items()
    ]
    return notices, broken


def _broken(
    rule: Rule, agenda: Agenda, booked: Mapping[str, Booking], agreed: Mapping[str, Settled]
) -> Iterator[tuple[str, str]]:
    """Yield what breaks `rule`, each with the agreement that it is told of."""
    if isinstance(rule, Precedence) and any(_is_open(booked.get(id)) for id in (rule.before, rule.after)):
        if out_of_order(rule, agenda, booked):
            first, second = booked[rule.before].day, booked[rule.after].day
            id = rule.before if rule.before in agreed else rule.after
            yield id, f"{rule.after} on {second} does not come as long after {rule.before} on {first} as it has to"
        return
    for violation in rule.broken_by(booked, agenda.working_days):
        about = [id for id in violation.ids if id in agreed and id in booked and _counts(violation, agreed[id])]
        if about and (violation.rule != "panel" or booked[about[0]].panel):  # which may be still to be chosen
            yield about[0], violation.text


def _is_free(agenda: Agenda, person: str, booking: Booking) -> bool:
    return agenda.availability[person].free.covers(minute_before(booking.start), minute_after(booking.end))


def _reasons_away(agenda: Agenda, away: Sequence[str], booking: Booking) -> Iterator[str]:
    """Yield why those of `away` are not free: what they have said themselves is no matter of their diaries."""
    declined = agenda.review.declined_during(booking.start, booking.end)
    said = [id for id in away if id in declined]
    others = [id for id in away if id not in declined]
    if said:
        yield f"{listed(said)} {'has' if len(said) == 1 else 'have'} declined"
    if others:
        yield f"the working hours or diaries of {listed(others)} say that they are not free"


def _is_open(booking: Booking | None) -> bool:
    """Return whether only the day of a booking is known."""
    return booking is not None and booking.start == booking.end


def out_of_order(rule: Precedence, agenda: Agenda, booked: Mapping[str, Booking]) -> bool:
    """Return whether the days of two bookings break an order, whatever their times."""
    if not {rule.before, rule.after} <= booked.keys():
        return False
    first, second = booked[rule.before].day, booked[rule.after].day
    lag = rule.lag(first, second, agenda.working_days)
    return second < first or lag < rule.least or (rule.most is not None and lag > rule.most)


def _counts(violation: Violation, said: Settled) -> bool:
    return violation.rule in (OF_ITS_TIME if said.start is not None else OF_ITS_DAY)


def _when(said: Settled) -> str:
    if said.start is not None:
        return moment_text(said.start)
    return day_text(said.day) if said.day is not None else ""
