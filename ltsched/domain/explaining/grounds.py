"""What makes it hard for some activities to fit: facts, the weakest as an explanation first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.held_to import LATEST, others_who_might
from ltsched.domain.explaining.open_time import diary_facts
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import Blocks, Early, Fact, LagUnit, OneWeek, Precedence, Spread
from ltsched.domain.rules.start_step import START_STEP
from ltsched.domain.spans import Spans

__all__ = ["grounds_of", "grounds_of_several"]

WEEK = 7

ORDER = (
    "start step",
    "quorum",
    "gap",
    "room double booking",
    "room-busy",
    "busy",
    "outside-hours",
    "part-time-day",
    "training",
    "window",
    "declined",
    "daily load",
    "room",
    "seats",
    "earliest",
    "span",
    "length",
    "one day",
    "one week",
    "blocks apart",
    "block",
    "spread",
    "lag",
    "precedence",
    "independence",
    "panel",
    "leave",
    "sick",
    "hold-of-person",
    "double booking",
    "wished window",
    "must attend",
    "court",
    "hold",
    "agreed",
)
"""Rules, and of diaries the kinds of reasons: what comes first here is left out first, where something may be."""


def grounds_of(agenda: Agenda, open: Spans) -> tuple[Fact, ...]:
    """Return what the activities of `agenda` rest on, the weakest as an explanation first.

    `open` is all time in which anything could be.
    """
    activities = [activity for activity in agenda.activities if activity.id not in agenda.over]
    facts = [*_of_each(activities, agenda), *grounds_of_several(agenda), *_of_diaries(activities, agenda, open)]
    return tuple(sorted(facts, key=_rank))


def grounds_of_several(agenda: Agenda) -> tuple[Fact, ...]:
    """Return what is one thing for several activities, or lies between them: no diaries."""
    activities = [activity for activity in agenda.activities if activity.id not in agenda.over]
    return (*_of_several(activities, agenda), *_between(agenda))


def _rank(fact: Fact) -> int:
    if fact.rule == "diary":
        name = fact.kind
    elif fact.rule == "window":
        name = LATEST if fact.kind == LATEST else "earliest"
    else:
        name = fact.rule
    return ORDER.index(name) if name in ORDER else ORDER.index("busy")


def _of_each(activities: Sequence[Activity], agenda: Agenda) -> Iterator[Fact]:
    review = agenda.review
    settled = {one.activity for one in review.settled if one.state.takes_place and one.day is not None}
    for one in activities:
        if one.id in settled:
            yield Fact("agreed", (one.id,), dates=(one.first,))
        else:
            yield _earliest(one, agenda)
        if one.quorum > len(one.must):
            yield Fact("quorum", (one.id, *one.invited), one.quorum, _key(agenda, one, "-quorum"))
        if one.windows:
            yield Fact("wished window", (one.id,))
        if one.room is RoomNeed.NEEDED:
            yield Fact("room", (one.id,))


def _earliest(one: Activity, agenda: Agenda) -> Fact:
    """Return why `one` can lie on no earlier day."""
    review, template = agenda.review, next((t for t in agenda.option.templates if t.id == one.template), None)
    notice = template.notice_working_days if template is not None else 0
    key = _key(agenda, one, "-notice-working-days")
    if one.first == agenda.span_start and "lead-in-weeks" in agenda.option.numbers:
        return Fact("window", (one.id,), agenda.option.whole("lead-in-weeks"), "lead-in-weeks", (one.first,), "lead-in")
    if notice and one.first == agenda.working_days.add(review.notice_from, notice):
        return Fact("window", (one.id,), notice, key, (one.first,), "notice")
    return Fact("window", (one.id,), dates=(one.first,), kind="today")


def _of_several(activities: Sequence[Activity], agenda: Agenda) -> Iterator[Fact]:
    """Yield what several activities share: their length, their gap, the end of the review, holds, the daily load."""
    lengths: dict[tuple[int, str], list[str]] = {}
    gaps: dict[tuple[int, str], list[str]] = {}
    open_ended = []
    for one in activities:
        lengths.setdefault((one.minutes, _key(agenda, one, "-minutes", but="-gap-minutes")), []).append(one.id)
        if one.gap_minutes:
            gaps.setdefault((one.gap_minutes, _key(agenda, one, "-gap-minutes")), []).append(one.id)
        if one.agreed is None:
            open_ended.append(one.id)
    yield from _of_people(activities, agenda)
    slot = agenda.option.whole("slot-minutes")
    for (minutes, key), ids in lengths.items():
        if minutes > slot:
            yield Fact("length", tuple(ids), minutes, key)
    for (minutes, key), ids in gaps.items():
        yield Fact("gap", tuple(ids), minutes, key)
    weeks = agenda.option.numbers.get("span-weeks")
    number = weeks if isinstance(weeks, int) else None
    yield Fact("window", tuple(open_ended), number, "span-weeks" if number else "", (agenda.horizon_end,), LATEST)
    for hold in agenda.review.holds:
        if hold.scope in (HoldScope.REVIEW, HoldScope.ACTIVITY):
            for one in activities:
                days = tuple(sorted(day for day in one.held if hold.holds(day)))
                concerned = hold.scope is HoldScope.REVIEW or _named(hold.target, one)
                if days and concerned:
                    yield Fact("hold", (one.id,), dates=days, kind="hold")
    for load in agenda.daily_loads:
        own = tuple(one.id for one in activities if one.id in load.activities)
        if len(own) > load.most:
            yield Fact("daily load", own, load.most, "conversations-per-day")
    step = agenda.option.whole(START_STEP)
    if step > agenda.option.whole("slot-minutes"):
        yield Fact("start step", number=step, key=START_STEP)


def _of_people(activities: Sequence[Activity], agenda: Agenda) -> Iterator[Fact]:
    """Yield who must come to what, and who may hold it, those together that are alike."""
    must: dict[str, list[str]] = {}
    subjects: dict[str, list[tuple[str, str]]] = {}
    panels: dict[int, list[Activity]] = {}
    for one in activities:
        for person in one.must:
            if one.panel is not None and len(one.must) == 1:
                subjects.setdefault(one.template, []).append((one.id, person))
            else:
                must.setdefault(person, []).append(one.id)
        if one.panel is not None:
            panels.setdefault(one.panel.size, []).append(one)
    for person, ids in must.items():
        yield Fact("must attend", (*ids, person))
    for pairs in subjects.values():
        yield Fact("must attend", (*(id for id, _ in pairs), *(person for _, person in pairs)))
    for size, own in panels.items():
        key = "reviewers-per-conversation" if all(one.kind is Kind.CONVERSATION for one in own) else ""
        pool = dict.fromkeys(id for one in own if one.panel is not None for id in one.panel.pool)
        yield Fact("panel", (*(one.id for one in own), *pool), size, key)
        others = dict.fromkeys(id for one in own for id in others_who_might(one, agenda))
        if others:
            yield Fact("independence", (*(one.id for one in own), *others))


def _named(target: str, one: Activity) -> bool:
    return target in (one.id, one.template, one.id.partition(":")[0])


def _between(agenda: Agenda) -> Iterator[Fact]:
    ids = {activity.id for activity in agenda.activities}
    shape = agenda.shape
    templates = {activity.id: activity.template for activity in agenda.activities}
    alike = {activity.id for activity in agenda.activities if activity.panel is not None}
    orders: dict[tuple[str, ...], dict[str, None]] = {}
    for rule in agenda.precedences:
        if {rule.before, rule.after} <= ids:
            # What is held in the same way by several stands in the same order.
            group = tuple(templates[id] if id in alike else id for id in (rule.before, rule.after))
            orders.setdefault(group, {}).update(dict.fromkeys((rule.before, rule.after)))
            if rule.least > 0:
                yield Fact("lag", (rule.before, rule.after), rule.least, _lag_key(agenda, rule, rule.least))
            if rule.most is not None and (rule.most != rule.least or rule.least <= 0):
                yield Fact("lag", (rule.before, rule.after), rule.most, _lag_key(agenda, rule, rule.most))
    for ends in orders.values():
        yield Fact("precedence", tuple(ends))
    own = tuple(id for id in getattr(shape, "activities", ()) if id in ids)
    if isinstance(shape, Spread):
        uneven = [id for id in own if id not in shape.settled]
        window = shape.window_of(uneven[0]) if len(uneven) == 1 else None  # of several each has days of its own
        if uneven:
            yield Fact("spread", own, shape.tolerance_days, "even-tolerance-days", window or ())
    elif isinstance(shape, Blocks):
        # With more in them than what is looked at, it is their lengths that tell how far apart that can be.
        lasting = [(*shape.first, *shape.second)] if shape.others else [shape.first, shape.second]
        for block in lasting:
            if len(block) > 1:
                yield Fact("block", block, shape.most_working_days, "block-working-days")
        if shape.first and shape.second:
            both = (*shape.first, *shape.second)
            yield Fact("blocks apart", both, shape.least_days, "blocks-apart-least-weeks")
            if shape.most_days < 1000:
                yield Fact("blocks apart", both, shape.most_days, "blocks-apart-most-weeks")
    elif not isinstance(shape, Early) and (len(own) > 1 or isinstance(shape, OneWeek)):
        yield Fact(shape.name, own)


def _lag_key(agenda: Agenda, rule: Precedence, lag: int) -> str:
    """Return the number of the option that a lag is; empty where that is not one."""
    templates = {activity.id: activity.template for activity in agenda.activities}
    ends = templates[rule.before], templates[rule.after]
    for order in agenda.option.orders:
        if ends[0] in order.before and (ends[1] in order.after or order.then):
            for name in sorted(order.numbers):
                value = agenda.option.numbers.get(name)
                days = value * WEEK if isinstance(value, int) and rule.unit is LagUnit.DAYS else value
                if days == lag:
                    return name
    return ""


def _of_diaries(activities: Sequence[Activity], agenda: Agenda, open: Spans) -> Iterator[Fact]:
    """Yield who and what is away when, and who comes to several of the activities."""
    for person in agenda.review.people:
        own = [one for one in activities if one.concerns(person.id)]
        might = [one for one in activities if person.id in others_who_might(one, agenda)]
        if own:
            yield from diary_facts(agenda, person.id, open)
        if len(own) + len(might) > 1:
            yield Fact("double booking", (person.id,))
    roomed = [one for one in activities if one.room is RoomNeed.NEEDED]
    for room in agenda.review.rooms if roomed else ():
        yield Fact("seats", (room.id,), room.capacity)
        yield from diary_facts(agenda, room.id, open)


def _key(agenda: Agenda, one: Activity, ending: str, *, but: str = "\0") -> str:
    """Return the one number of the option that an activity takes and whose name ends so; empty if not one."""
    taken = [name for template in agenda.option.templates if template.id == one.template for name in template.numbers]
    found = [name for name in taken if name.endswith(ending) and not name.endswith(but)]
    return found[0] if len(found) == 1 else ""
