"""An agenda that is held to some facts alone: whatever none of them says is free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability
from ltsched.domain.explaining.open_time import bank_holidays, never_too_late, open_time, whole_days
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Blocks, DailyLoad, Early, Fact, OnePlace, Precedence, Rule, Shape
from ltsched.domain.rules.start_step import START_STEP
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.working_days import WorkingDays

__all__ = ["EARLIEST", "LATEST", "Held", "HeldAgenda", "others_who_might"]

EARLIEST = ("lead-in", "notice", "today")
"""The kinds of the facts that say on which day something can be for the first time."""

LATEST = "span"
"""The kind of the fact that says on which day something can be for the last time."""

MANY_SEATS = 10_000
MANY_DAYS = 10_000


@dataclass(frozen=True, slots=True)
class HeldAgenda(Agenda):
    """An agenda in which some people, `anywhere`, may hold several things at once."""

    anywhere: frozenset[str] = frozenset()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that a timetable has to keep."""
        return tuple(
            rule
            for rule in Agenda.rules.__get__(self)  # `super` does not work where a dataclass has slots
            if not (isinstance(rule, OnePlace) and rule.person in self.anywhere)
        )


@dataclass(slots=True)
class Held:
    """An agenda, and what it would be if it were held to some facts alone.

    Parameters
    ----------
    agenda
        The whole one.
    holidays_too
        Whether a bank holiday is a working day like any other unless a fact says that it is one; else it needs none.
    """

    agenda: Agenda
    holidays_too: bool = False
    open: Spans = field(init=False)
    _at_several: frozenset[str] = field(init=False)
    _available: dict[tuple[Fact, ...], Availability] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.open = open_time(self.agenda, holidays_too=self.holidays_too)
        times = Counter(
            id for one in self.agenda.activities for id in (*one.invited, *(one.panel.pool if one.panel else ()))
        )
        for one in self.agenda.activities:
            times.update(others_who_might(one, self.agenda))
        self._at_several = frozenset(id for id, number in times.items() if number > 1)

    def to(self, facts: Iterable[Fact]) -> HeldAgenda:
        """Return the agenda, held to `facts` alone."""
        agenda, told = self.agenda, _Told.of(facts)
        several = told.of_rule("double booking")
        anywhere = self._at_several.difference(id for fact in several for id in fact.ids)
        activities = tuple(self._activity(one, told, anywhere) for one in agenda.activities)
        available = self._availability(told)
        people = list(agenda.review.people)
        for activity in activities:
            for alias in activity.invited:
                person, at, _ = alias.partition("@")
                if at:
                    people.append(replace(agenda.review.person(person), id=alias))
                    available[alias] = available[person]
        rooms = tuple(
            room if told.has("seats", room.id) else replace(room, capacity=MANY_SEATS) for room in agenda.review.rooms
        )
        option = agenda.option
        if not told.of_rule("start step"):
            numbers = {**option.numbers, START_STEP: option.whole("slot-minutes")}
            option = replace(option, numbers=numbers)
        return HeldAgenda(
            review=replace(agenda.review, people=tuple(people), rooms=rooms),
            option=option,
            activities=activities,
            precedences=tuple(_precedences(agenda.precedences, told)),
            daily_loads=tuple(load for load in agenda.daily_loads if _load_told(load, told)),
            shape=_shape(agenda, told),
            availability=available,
            working_days=_working_days(agenda, told) if self.holidays_too else agenda.working_days,
            span_start=agenda.span_start,
            span_end=agenda.span_end,
            horizon_end=never_too_late(agenda),
            report_dates=agenda.report_dates,
            optional=agenda.optional,
            anywhere=anywhere,
        )

    def _availability(self, told: _Told) -> dict[str, Availability]:
        found = {}
        off = told.of_rule("bank holiday")
        for id in self.agenda.availability:
            facts = (*off, *told.diaries.get(id, ()))
            if facts not in self._available:
                away = Spans.of(pair for fact in facts for pair in fact.spans)
                away |= whole_days((day for fact in off for day in fact.dates), self.agenda)
                self._available[facts] = Availability(self.open - away, NEVER)
            found[id] = self._available[facts]
        return found

    def _activity(self, activity: Activity, told: _Told, anywhere: frozenset[str]) -> Activity:
        agenda, id = self.agenda, activity.id
        if id in agenda.over:
            return activity
        agreed = told.has("agreed", id)
        must = tuple(one for one in activity.must if told.has("must attend", id, one))
        expected = tuple(one for one in activity.invited if one not in must)
        if not told.has("quorum", id):
            expected = expected[: not must]  # nobody else matters; somebody has to be invited
        first, end = agenda.review.earliest, never_too_late(agenda)
        if any(fact.kind in EARLIEST for fact in told.about("window", id)):
            first = activity.first
        if any(fact.kind == LATEST for fact in told.about("window", id)):
            end = min(activity.end, agenda.horizon_end)
        if _fixed_day(activity, agenda):
            first, end = (activity.first, activity.end) if agreed else (agenda.review.earliest, never_too_late(agenda))
        held = frozenset(day for fact in told.about("hold", id) for day in fact.dates)
        off = frozenset(day for fact in told.of_rule("bank holiday") for day in fact.dates)
        quorum = activity.quorum if told.has("quorum", id) else 0
        return replace(
            activity,
            minutes=activity.minutes if told.has("length", id) else agenda.option.whole("slot-minutes"),
            first=first,
            end=end,
            must=tuple(_alias(one, id, anywhere) for one in must),
            expected=tuple(_alias(one, id, anywhere) for one in expected),
            quorum=max(quorum, len(must)),
            panel=_panel(activity, agenda, told),
            gap_minutes=activity.gap_minutes if told.has("gap", id) else 0,
            held=(activity.held & held) | off,  # where nobody has to come, no diary keeps it from a bank holiday
            room=activity.room if told.has("room", id) else RoomNeed.NONE,
            told_day=activity.told_day,
            windows=activity.windows if told.has("wished window", id) else (),
            agreed=activity.agreed if agreed else None,
            in_room=activity.in_room if agreed else None,
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """Facts, by rule."""

    rules: Mapping[str, tuple[Fact, ...]]
    diaries: Mapping[str, tuple[Fact, ...]]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> _Told:
        rules: dict[str, list[Fact]] = {}
        diaries: dict[str, list[Fact]] = {}
        for fact in facts:
            if fact.rule == "diary":
                diaries.setdefault(fact.ids[0], []).append(fact)
            else:
                rules.setdefault(fact.rule, []).append(fact)
        return cls({k: tuple(v) for k, v in rules.items()}, {k: tuple(v) for k, v in diaries.items()})

    def of_rule(self, rule: str) -> tuple[Fact, ...]:
        return self.rules.get(rule, ())

    def about(self, rule: str, *ids: str) -> list[Fact]:
        return [fact for fact in self.of_rule(rule) if all(id in fact.ids for id in ids)]

    def has(self, rule: str, *ids: str) -> bool:
        return bool(self.about(rule, *ids))


def _fixed_day(activity: Activity, agenda: Agenda) -> bool:
    """Return whether people have agreed on the day, and perhaps on the time."""
    settled = agenda.review.settled
    return any(one.activity == activity.id and one.state.takes_place and one.day is not None for one in settled)


def _alias(person: str, activity: str, anywhere: frozenset[str]) -> str:
    """Return the id under which somebody comes to an activity: one of its own for whoever may be anywhere."""
    return f"{person}@{activity}" if person in anywhere else person


def others_who_might(activity: Activity, agenda: Agenda) -> tuple[str, ...]:
    """Return the lead reviewers and the review team who may not hold an activity, and are not invited to it."""
    if activity.panel is None:
        return ()
    panels = [one.panel for one in agenda.activities if one.panel is not None and one.kind is activity.kind]
    anybody = dict.fromkeys(id for panel in panels for id in panel.pool)
    for person in agenda.review.people:
        if any(role in ("lead-reviewer", "review-team") for role in person.roles):
            anybody[person.id] = None
    taken = {*activity.panel.pool, *activity.invited}
    return tuple(person.id for person in agenda.review.people if person.id in anybody and person.id not in taken)


def _panel(activity: Activity, agenda: Agenda, told: _Told) -> Panel | None:
    panel = activity.panel
    if panel is None:
        return None
    if not told.has("panel", activity.id):
        return replace(panel, size=0, least_leads=0, apart=())
    if told.has("independence", activity.id):
        return panel
    more = others_who_might(activity, agenda)
    leads = {person.id for person in agenda.review.people if "lead-reviewer" in person.roles}
    # Whoever may hold it after all counts as a lead reviewer, too: it is not said who may not.
    return replace(panel, pool=(*panel.pool, *more), leads=panel.leads | leads.intersection(more), apart=())


def _precedences(rules: Iterable[Precedence], told: _Told) -> Iterable[Precedence]:
    for rule in rules:
        lags = [fact.number for fact in told.about("lag", rule.before, rule.after)]
        least = rule.least if rule.least > 0 and rule.least in lags else 0
        most = rule.most if rule.most is not None and rule.most in lags else None
        if least or most is not None or told.has("precedence", rule.before, rule.after):
            yield replace(rule, least=least, most=most)


def _working_days(agenda: Agenda, told: _Told) -> WorkingDays:
    """Return what counts as a working day: a bank holiday that is not told does, too, as it would if it were none."""
    untold = set(bank_holidays(agenda)).difference(day for fact in told.of_rule("bank holiday") for day in fact.dates)
    return WorkingDays(agenda.working_days.holidays - untold) if untold else agenda.working_days


def _load_told(load: DailyLoad, told: _Told) -> bool:
    return any(fact.number == load.most and set(fact.ids) & set(load.activities) for fact in told.of_rule("daily load"))


def _shape(agenda: Agenda, told: _Told) -> Shape:
    shape = agenda.shape
    if isinstance(shape, Blocks):
        lengths, pauses = told.of_rule("block"), [fact.number for fact in told.of_rule("blocks apart")]
        if lengths or pauses:
            return replace(
                shape,
                most_working_days=shape.most_working_days if lengths else MANY_DAYS,
                least_days=shape.least_days if shape.least_days in pauses else 0,
                most_days=shape.most_days if shape.most_days in pauses else MANY_DAYS,
            )
    elif told.of_rule(shape.name):
        return shape
    return Early(tuple(activity.id for activity in agenda.activities), agenda.span_start)
