"""What people have agreed on, fixed on the agenda: it stands, and what it breaks is told."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.replanning.left_out import without
from ltsched.domain.rules import Precedence, Shape, Spread
from ltsched.domain.settled import Settled, State
from ltsched.domain.spans import Spans, minute_after, minute_before
from ltsched.domain.timetable import Booking
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.wording import listed
from ltsched.errors import InvalidReview, Mistake, Notice
from ltsched.options.settled.check import after
from ltsched.options.settled.told import as_if_booked, out_of_order, told_of_agreed

__all__ = ["settle"]

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Agreed:
    """One agreement: its place, what is said, and the activity; `span` is its time, if that is said."""

    place: tuple[str, str]
    said: Settled
    activity: Activity
    span: tuple[int, int] | None

    @classmethod
    def of(cls, number: int, said: Settled, activity: Activity) -> _Agreed:
        start = said.start
        span = None if start is None else (minute_before(start), minute_after(after(start, activity.minutes)))
        return cls(said.place(number, "held-by"), said, activity, span)

    def at_once(self, other: _Agreed) -> bool:
        """Return whether both are on at the same time."""
        if self.span is None or other.span is None:
            return False
        return self.span[0] < other.span[1] and other.span[0] < self.span[1]


def settle(agenda: Agenda) -> Agenda:
    """Return `agenda` with everything fixed that people have agreed on, and a notice of each rule that it breaks.

    Raises
    ------
    InvalidReview
        Nobody is left who could hold what was agreed on.
    """
    agenda = _after_all(agenda)
    if not agenda.review.settled:
        return agenda
    review, over = agenda.review, agenda.over
    known = {activity.id: activity for activity in agenda.activities}
    states = (State.AGREED, State.HELD) if review.today is None else (State.AGREED,)
    agreed = [
        _Agreed.of(number, one, known[one.activity])
        for number, one in enumerate(review.settled, 1)
        if one.state in states and one.activity in known and one.activity not in over
    ]
    if not agreed:
        return agenda
    panels = _panels(agenda, agreed)
    fixed = {one.activity.id: _fixed(one, panels.get(one.activity.id), bool(review.rooms)) for one in agreed}
    booked = as_if_booked(agenda, [(one.said, fixed[one.activity.id]) for one in agreed])
    notices, broken = told_of_agreed(agenda, booked, {one.activity.id: one.said for one in agreed})
    days = {one.activity.id for one in agreed if one.said.day is not None}
    times = {one.activity.id for one in agreed if one.said.start is not None}
    return replace(
        agenda,
        activities=tuple(fixed.get(activity.id, activity) for activity in agenda.activities),
        precedences=_open_orders(agenda, booked, times, days),
        shape=_shape(agenda.shape, days, broken),
        availability=_availability(agenda, agreed, fixed),
        notices=(*agenda.notices, *notices),
    )


def _after_all(agenda: Agenda) -> Agenda:
    """Return `agenda` without the orders that what is over has broken for good, each told."""
    late = [rule for rule in agenda.precedences if rule.after in agenda.over and rule.before not in agenda.over]
    if not late:
        return agenda
    before: dict[str, list[str]] = {}
    for rule in late:
        before.setdefault(rule.after, []).append(rule.before)
    notices = (
        Notice(f"{id} has taken place before {listed(dict.fromkeys(ids))}, still to be planned", REVIEW_FILE, id)
        for id, ids in before.items()
    )
    left = tuple(rule for rule in agenda.precedences if rule not in late)
    return replace(agenda, precedences=left, notices=(*agenda.notices, *notices))


def _fixed(one: _Agreed, panel: Panel | None, rooms: bool) -> Activity:
    """Return the activity as it was agreed on: the day, the time, the room and the panel, each where it is said."""
    activity, said = one.activity, one.said
    if panel is not None:
        expected = tuple(id for id in activity.expected if id not in panel.pool)
        activity = replace(activity, panel=panel, expected=expected)
    if said.day is not None:
        day = said.day
        activity = replace(activity, first=day, end=day + ONE_DAY, told_day=None, held=frozenset(), windows=())
    if said.start is not None:
        activity = replace(activity, agreed=said.start, quorum=len(activity.must))
    if said.room is not None:
        need = RoomNeed.NONE if said.start is not None else RoomNeed.NEEDED
        activity = replace(activity, in_room=said.room, room=need)
    elif said.start is not None and rooms and activity.room is RoomNeed.NEEDED:
        activity = replace(activity, room=RoomNeed.IF_FREE)
    return activity


def _panels(agenda: Agenda, agreed: Sequence[_Agreed]) -> dict[str, Panel]:
    """Return who may hold what was agreed on, where that is said, or follows from its time."""
    leads = frozenset(person.id for person in agenda.review.with_role(Role.LEAD_REVIEWER))
    found: dict[str, Panel] = {}
    mistakes: list[Mistake] = []
    for one in agreed:
        panel, said = one.activity.panel, one.said
        if panel is None:
            continue
        if said.held_by:
            found[one.activity.id] = Panel(said.held_by, len(said.held_by), leads.intersection(said.held_by))
        elif one.span is not None:
            others = [other for other in agreed if other is not one and one.at_once(other)]
            taken = {id for other in others for id in (*other.activity.must, *other.said.held_by)}
            chosen = _of_those_free(agenda, panel, one.span, taken)
            if chosen is None:
                text = f"{one.activity.id} has nobody who may hold it then: {', '.join(panel.pool) or 'no one'}"
                expected = "expected the ids of those who hold it"
                if said.flag:
                    expected = "expected another time, or held-by in a [[booking]] of review.toml"
                mistakes.append(Mistake(*one.place, text, expected))
            else:
                found[one.activity.id] = chosen
    if mistakes:
        raise InvalidReview(mistakes)
    return found


def _of_those_free(agenda: Agenda, panel: Panel, span: tuple[int, int], taken: set[str]) -> Panel | None:
    """Return `panel` with those who are free for `span`; or, if they do not make one, the one with the fewest others.

    None if nobody but those `taken` is left.
    """
    left = tuple(id for id in panel.pool if id not in taken)
    free = tuple(id for id in left if agenda.availability[id].free.covers(*span))
    for pool in (free, left):
        made = [one for one in itertools.combinations(pool, panel.size) if panel.allows(frozenset(one))]
        if made and pool is free:
            return replace(panel, pool=free, leads=panel.leads.intersection(free))
        if made:
            fewest = min(made, key=lambda one: sum(id not in free for id in one))
            return Panel(fewest, panel.size, panel.leads.intersection(fewest))
    return None


def _availability(
    agenda: Agenda, agreed: Sequence[_Agreed], fixed: Mapping[str, Activity]
) -> Mapping[str, Availability]:
    """Return the availability, opened for whoever has to be there, and without the rooms that are kept for it."""
    found = dict(agenda.availability)
    for one in agreed:
        if one.span is None:
            continue
        span, activity = Spans.of([one.span]), fixed[one.activity.id]
        panel = activity.panel
        held_by = panel.pool if panel is not None and panel.size == len(panel.pool) else ()
        for id in (*activity.must, *held_by):
            found[id] = Availability(found[id].free | span, found[id].if_needed)
        if activity.in_room is not None:
            found[activity.in_room] = found[activity.in_room].without(span)
    return found


def _open_orders(
    agenda: Agenda, booked: Mapping[str, Booking], times: set[str], days: set[str]
) -> tuple[Precedence, ...]:
    """Return the orders that still have something to say, and that nobody has settled otherwise."""
    over = agenda.over
    left = []
    for rule in agenda.precedences:
        ends = {rule.before, rule.after}
        if ends <= {*times, *over}:
            continue
        if ends <= {*days, *over} and out_of_order(rule, agenda, booked):
            continue
        left.append(rule)
    return tuple(left)


def _shape(shape: Shape, days: set[str], broken: bool) -> Shape:
    """Return `shape` with what was agreed on where it is; without it, if it breaks the shape by itself."""
    if isinstance(shape, Spread):
        return replace(shape, settled=frozenset(days.intersection(shape.activities)))
    return without(shape, days) if broken else shape
