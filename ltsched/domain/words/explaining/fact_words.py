"""What a fact of a clash says, as a clause: no capital, no full stop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.held_to import others_who_might
from ltsched.domain.explaining.step import Call
from ltsched.domain.option import Kind
from ltsched.domain.rules import Fact
from ltsched.domain.rules.precedence import LagUnit
from ltsched.domain.words.explaining.absence_words import absence_clause, has_no_end
from ltsched.domain.words.explaining.calling import together
from ltsched.domain.words.explaining.dates_listed import dates_listed
from ltsched.domain.words.explaining.panel_words import held_by, held_by_some, may_not_hold, may_not_hold_some
from ltsched.domain.words.explaining.window_words import best_day_clause, last_working, window_clause
from ltsched.domain.words.settled_words import window_text
from ltsched.domain.words.wording import day_text, listed, listed_first, one_line, plural

__all__ = ["fact_words"]

MOST_NAMED = 6
WEEK = 7


def fact_words(fact: Fact, agenda: Agenda, call: Call) -> str:
    """Return what `fact` says, as a clause: ``at least 12 of the 20 invited have to come to joint meeting 2``.

    A fact about a person or a room that is away says when, and the kind of reason; nothing else of a diary.

    Parameters
    ----------
    agenda
        Of which it is a fact.
    call
        What people, rooms and activities are called.
    """
    words = WORDS.get(fact.rule)
    if words is not None:
        return words(_Said(fact, agenda, call))
    about = f": {listed_first([call(id) for id in fact.ids], MOST_NAMED)}" if fact.ids else ""
    number = "" if fact.number is None else f" {fact.number}"
    return f"{fact.rule}{number}{_key(fact)}{about}{_on(fact, agenda)}"


class _Said:
    """A fact with what it takes to say it."""

    def __init__(self, fact: Fact, agenda: Agenda, call: Call) -> None:
        self.fact, self.agenda, self.call = fact, agenda, call
        self.activities = {activity.id: activity for activity in agenda.activities}
        self.rooms = {room.id: room for room in agenda.review.rooms}
        self.key = _key(fact)

    @property
    def activity(self) -> str:
        """What the first activity of the fact is called."""
        return next((self.call(id) for id in self.fact.ids if id in self.activities), "it")

    @property
    def all_activities(self) -> str:
        """What the activities of the fact are called, those of a kind counted."""
        return together([id for id in self.fact.ids if id in self.activities], self.kinds, self.call)

    def verb(self, one: str, many: str) -> str:
        """Return the form of a verb that goes with the activities of the fact."""
        return one if len([id for id in self.fact.ids if id in self.activities]) < 2 else many

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kind of each activity."""
        return {id: activity.kind for id, activity in self.activities.items()}

    @property
    def others(self) -> list[str]:
        """The ids of the fact that are no activities."""
        return [id for id in self.fact.ids if id not in self.activities]

    def named(self, ids: list[str]) -> str:
        """Return what people or rooms are called; of many the first."""
        return listed_first([self.call(id) for id in ids], MOST_NAMED)


def _key(fact: Fact) -> str:
    return f" ({fact.key})" if fact.key else ""


def _on(fact: Fact, agenda: Agenda) -> str:
    return f", {dates_listed(fact.dates, agenda.review.holidays)}" if fact.dates else ""


def _away(said: _Said) -> str:
    return absence_clause(said.fact, said.agenda, said.call)


def _must(said: _Said) -> str:
    own = [id for id in said.fact.ids if id in said.activities and id.partition(":")[2] in said.others]
    if own:
        return f"{said.named(said.others)} must come to their own conversation"
    return f"{said.named(said.others)} must come to {said.all_activities}"


def _quorum(said: _Said) -> str:
    fact = said.fact
    invited = len(said.others)
    found = next((activity for id, activity in said.activities.items() if id in fact.ids), None)
    if found is not None and not invited:
        invited = len(found.invited)
    share = said.agenda.option.numbers.get(fact.key)
    key = f" ({fact.key} = {share:.0%})" if isinstance(share, float) else said.key
    best = best_day_clause(fact, found, said.agenda)
    each = said.verb("", "each of ")
    return f"at least {fact.number} of the {invited} invited have to come to {each}{said.all_activities}{key}{best}"


def _window(said: _Said) -> str:
    return window_clause(said.fact, said.agenda, said.all_activities)


def _precedence(said: _Said) -> str:
    before, after = (*said.fact.ids, "?", "?")[:2]
    return f"{said.call(before)} has to be over before {said.call(after)} starts"


def _lag(said: _Said) -> str:
    fact = said.fact
    before, after = (*fact.ids, "?", "?")[:2]
    order = next((one for one in said.agenda.precedences if (one.before, one.after) == (before, after)), None)
    bound = "most" if order is not None and fact.number == order.most and order.most != (order.least or -1) else "least"
    unit, amount = LagUnit.WORKING_DAYS if order is None else order.unit, fact.number or 0
    weeks = unit is LagUnit.DAYS and amount % WEEK == 0
    time = plural(amount // WEEK, "week") if weeks else plural(amount, unit.removesuffix("s"))
    return f"at {bound} {time} from {said.call(before)} to {said.call(after)}{said.key}"


def _panel(said: _Said) -> str:
    activities = [said.activities[id] for id in said.fact.ids if id in said.activities]
    if not activities:
        return f"it takes {said.fact.number or 1} of {said.named(said.others)}{said.key}"
    if len({frozenset(one.panel.pool) for one in activities if one.panel is not None}) > 1:
        return held_by_some(activities, said.all_activities, said.call, said.key)
    return held_by(activities[0], said.others, said.call, said.key)


def _independence(said: _Said) -> str:
    activities = [said.activities[id] for id in said.fact.ids if id in said.activities]
    if not activities:
        return f"{said.named(said.others)} may not hold it"
    if len({others_who_might(one, said.agenda) for one in activities}) > 1:
        return may_not_hold_some(activities, said.all_activities, said.agenda, said.call)
    return may_not_hold(activities[0], said.others, said.agenda, said.call)


def _length(said: _Said) -> str:
    takes, each = said.verb("takes", "take"), said.verb("", " each")
    return f"{said.all_activities} {takes} {fact_minutes(said.fact)}{each}{said.key}"


def _agreed(said: _Said) -> str:
    day = f" for {dates_listed(said.fact.dates)}" if said.fact.dates else ""
    return f"{said.all_activities} {said.verb('is', 'are')} agreed{day}"


def _hold(said: _Said) -> str:
    holds = [
        hold
        for hold in said.agenda.review.holds
        if any(hold.holds(day) for day in said.fact.dates) and (not hold.target or _is_about(hold.target, said))
    ]
    reasons = dict.fromkeys(one_line(hold.reason) for hold in holds if hold.reason)
    why = f" ({listed(reasons)})" if reasons else ""
    what = said.all_activities or said.named(said.others)
    on = _on(said.fact, said.agenda)
    if said.fact.dates and has_no_end(said.agenda, said.fact.ids, said.fact.dates):
        on = f" from {day_text(said.fact.dates[0])} on, of which no end is known"
    return f"{what} {said.verb('is', 'are')} on hold{why}{on}"


def _is_about(target: str, said: _Said) -> bool:
    return any(id == target or id.partition(":")[0] == target for id in said.fact.ids)


def _daily_load(said: _Said) -> str:
    return f"nobody holds more than {said.fact.number} of {said.all_activities} on one day{said.key}"


def _one_place(said: _Said) -> str:
    about = f": {said.all_activities}" if said.all_activities else ""
    return f"{said.named(said.others)} can be in one place at a time only{about}"


def _one_in_room(said: _Said) -> str:
    return f"{said.named(said.others)} takes one booking at a time"


def _room(said: _Said) -> str:
    rooms = said.others or list(said.rooms)
    there = f": there is {said.named(rooms)}" if rooms else ": there is none"
    return f"{said.all_activities} {said.verb('needs', 'need')} a room{there}"


def _seats(said: _Said) -> str:
    fact = said.fact
    rooms = [id for id in said.others if id in said.rooms]
    if rooms and fact.number is not None:
        return f"{said.named(rooms)} has {plural(fact.number, 'seat')}"
    return f"everybody who comes to {said.activity} has to have a seat"


def _gap(said: _Said) -> str:
    return f"whoever holds {said.all_activities} has {fact_minutes(said.fact)} free afterwards{said.key}"


def fact_minutes(fact: Fact) -> str:
    """Return the number of a fact as minutes."""
    return plural(fact.number or 0, "minute")


def _start_step(said: _Said) -> str:
    return f"everything starts at a multiple of {fact_minutes(said.fact)} after midnight{said.key}"


def _bank_holiday(said: _Said) -> str:
    dates = said.fact.dates
    if not dates:
        return "nothing lies on a bank holiday"
    days = listed_first([day_text(day) for day in dates], MOST_NAMED)
    return f"{days} {'is a bank holiday' if len(dates) == 1 else 'are bank holidays'}"


def _one_day(said: _Said) -> str:
    return f"all of it has to be on one day: {said.all_activities}"


def _one_week(said: _Said) -> str:
    first = f", from {day_text(said.fact.dates[0])} on" if said.fact.dates else ""
    return f"all of it has to be in one week, Monday to Friday{first}: {said.all_activities}"


def _block(said: _Said) -> str:
    shape, days = said.agenda.shape, plural(said.fact.number or 0, "working day")
    if not any(set(said.fact.ids) <= set(ids) for ids in (getattr(shape, "first", ()), getattr(shape, "second", ()))):
        return f"each of the two blocks lasts {days} at most{said.key}"
    return f"{said.all_activities} have to lie within {days}{said.key}"


def _blocks_apart(said: _Said) -> str:
    rule = said.agenda.shape
    most = getattr(rule, "most_days", None) == said.fact.number
    days = plural(said.fact.number or 0, "day")
    return f"the second block starts at {'most' if most else 'least'} {days} after the first{said.key}"


def _spread(said: _Said) -> str:
    days = plural(said.fact.number or 0, "working day")
    span = ""
    if len(said.fact.dates) == 2 and sum(id in said.activities for id in said.fact.ids) == 1:
        first, end = said.fact.dates
        span = f", from {day_text(first)} to {day_text(last_working(end, said.agenda))}"
    each = said.verb("", "each of ")
    return f"{each}{said.all_activities} lies at most {days} from its even position{said.key}{span}"


def _wished(said: _Said) -> str:
    groups = [group for id in said.fact.ids if id in said.activities for group in said.activities[id].windows]
    windows = dict.fromkeys(", or ".join(map(window_text, group)) for group in groups)
    when = f": {listed(windows)}" if windows else _on(said.fact, said.agenda)
    return f"{said.all_activities} {said.verb('lies', 'lie')} within a [[window]] of review.toml{when}"


WORDS: Mapping[str, Callable[[_Said], str]] = {
    "diary": _away,
    "must attend": _must,
    "quorum": _quorum,
    "window": _window,
    "precedence": _precedence,
    "lag": _lag,
    "panel": _panel,
    "independence": _independence,
    "length": _length,
    "agreed": _agreed,
    "hold": _hold,
    "daily load": _daily_load,
    "double booking": _one_place,
    "room double booking": _one_in_room,
    "room": _room,
    "seats": _seats,
    "gap": _gap,
    "start step": _start_step,
    "bank holiday": _bank_holiday,
    "one day": _one_day,
    "one week": _one_week,
    "block": _block,
    "blocks apart": _blocks_apart,
    "spread": _spread,
    "wished window": _wished,
}
"""By the name of the rule."""
