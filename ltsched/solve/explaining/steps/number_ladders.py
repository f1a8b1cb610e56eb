"""The numbers of the option that could be otherwise, for the activities of a clash."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.changes.number_set import CUSTOMISE, NumberPlace, NumberSet
from ltsched.domain.numbers import NUMBERS, Setting, accepts
from ltsched.domain.option import ForEach, Kind, Template
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed
from ltsched.options.invited import quorum
from ltsched.options.steps.named import Said, SaidNumbers, said_numbers
from ltsched.solve.explaining.steps.ladder import Ladder

__all__ = ["number_ladders"]

SHORTER_MINUTES, GAP_MINUTES = 30, 15
MOST_MORE = {"span": 8, "tolerance": 30, "block-length": 10, "apart": 8, "lag": 10, "per-day": 4}
"""So much more is looked at, at most, of numbers that grow; those that shrink go to 0, a length to half of it."""

ROOM = frozenset(
    {"length", "double booking", "gap", "daily load", "room double booking", "one day", "one week", "block"}
)
"""The rules by which many activities have no room beside one another."""


def number_ladders(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    """Yield the numbers that could be otherwise, each once, however many of the `activities` it is about."""
    return iter({ladder.changes[0].family: ladder for ladder in _all(_Numbers.of(agenda, activities))}.values())


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What the ladders are made of."""

    agenda: Agenda
    activities: Sequence[Activity]
    said: SaidNumbers
    templates: dict[str, Template]

    @classmethod
    def of(cls, agenda: Agenda, activities: Sequence[Activity]) -> _Numbers:
        concerned = {activity.template for activity in activities}
        templates = {one.id: one for one in agenda.option.templates if one.id in concerned}
        return cls(agenda, activities, said_numbers(agenda.review), templates)

    def named(self, number: str) -> Said | None:
        """Return a number that planning itself knows."""
        value = self.agenda.option.numbers.get(number)
        return None if value is None else Said(NumberPlace(number), value)

    def ladder(
        self, kind: str, said: Said | None, values: Iterable[Setting], about: tuple[str, ...], rules: frozenset[str]
    ) -> Iterator[Ladder]:
        """Yield the ladder over those of `values` that the number can have."""
        if said is None:
            return
        allowed = tuple(value for value in values if value != said.value and self._accepts(said, value))
        changes = tuple(NumberSet(kind, said.place, said.value, value, about) for value in allowed)
        if changes:
            yield Ladder(kind, changes, rules, self.is_stated(said), straight=kind != "span", drops=kind == "meeting")

    def is_stated(self, said: Said) -> bool:
        """Return whether the source of the option states this number, and the review has not changed it itself."""
        option = self.agenda.option
        return said.place.table == CUSTOMISE and said.place.key in option.stated - option.changed

    def _accepts(self, said: Said, value: Setting) -> bool:
        key = said.place.key
        if said.place.table != CUSTOMISE:
            return not isinstance(value, int | float) or value >= 0
        return accepts(self.agenda.option.own_numbers.get(key) or NUMBERS[key], value)

    def are_two(self, one: str, other: str) -> bool:
        """Return whether something of two templates, or twice of one, is among the activities."""
        return one != other or sum(activity.template == one for activity in self.activities) > 1

    def called(self, template: str) -> tuple[str, str]:
        """Return what the activities of a template are called, many and one."""
        found = next((one for one in self.agenda.option.templates if one.id == template), None)
        if found is None:
            return template, template
        words = KIND_WORDS[found.kind]
        return (found.title, found.title) if found.kind is Kind.OTHER else (words.many, words.one)

    def about(self, template: str, said: Said) -> tuple[str, ...]:
        """Return what all activities that a number is for are called: with a "the" where there is one of a template."""
        many, one = self.called(template)
        if said.place.table != CUSTOMISE:
            return many, one
        there = Counter(activity.template for activity in self.agenda.activities)
        sharing = [other.id for other in self.agenda.option.templates if said.place.key in other.numbers]
        called = [(self.called(id), there[id]) for id in sharing or [template] if there[id]]
        names = [(f"the {one}" if count == 1 and one != many else many) for (many, one), count in called]
        return (listed(dict.fromkeys(names)) or many), one


def _all(numbers: _Numbers) -> Iterator[Ladder]:
    for template in numbers.templates:
        yield from _of_template(numbers, template)
        yield from _quorum(numbers, template)
        yield from _fewer(numbers, template)
    yield from _lags(numbers)
    yield from _shape(numbers)
    yield from _whole(numbers)


def _of_template(numbers: _Numbers, template: str) -> Iterator[Ladder]:
    own, about = numbers.said.activities.get(template, {}), numbers.called(template)
    minutes = own.get("minutes")
    if minutes is not None:
        values = _down(minutes.whole, SHORTER_MINUTES, -(-minutes.whole // 2))
        yield from numbers.ladder("minutes", minutes, values, numbers.about(template, minutes), frozenset({"length"}))
    gap = own.get("gap-minutes")
    if gap is not None:
        values = _down(gap.whole, GAP_MINUTES)
        yield from numbers.ladder("gap", gap, values, numbers.about(template, gap), frozenset({"gap"}))
    per_day = own.get("per-day")
    if per_day is not None:
        values = _up(per_day.whole, MOST_MORE["per-day"])
        yield from numbers.ladder("per-day", per_day, values, about, frozenset({"daily load"}))
    notice = own.get("notice-working-days")
    if notice is not None:
        values = _down(notice.whole, 1)
        yield from numbers.ladder("notice", notice, values, numbers.about(template, notice), frozenset({"notice"}))
    size, panel = own.get("panel.size"), numbers.templates[template].panel
    if size is not None and panel is not None:
        values = _down(size.whole, 1, max(1, panel.least_leads))
        yield from numbers.ladder("reviewers", size, values, numbers.about(template, size), frozenset({"panel"}))


def _quorum(numbers: _Numbers, template: str) -> Iterator[Ladder]:
    """Yield the shares by which one, two and more people fewer have to come to what has the highest quorum."""
    said = numbers.said.of(template, "quorum")
    own = [one for one in numbers.activities if one.template == template and one.agreed is None]
    if said is None or not own or isinstance(said.value, str):
        return
    activity = max(own, key=lambda one: one.quorum - len(one.must))
    of = len(activity.invited)
    changes = []
    for least in range(activity.quorum - 1, len(activity.must) - 1, -1):
        share = short_share(least, activity)
        if share is None or share >= said.value:
            break
        people = (least, of, activity.quorum)
        changes.append(NumberSet("quorum", said.place, said.value, share, numbers.about(template, said), people))
    if changes:
        yield Ladder("quorum", tuple(changes), frozenset({"quorum"}), numbers.is_stated(said))


def short_share(least: int, activity: Activity) -> float | None:
    """Return the share, with as few decimals as will do, for which `least` people are the quorum; None if none is."""
    of = len(activity.invited)
    for decimals in (1, 2, 3, 4):
        share = math.floor(round(least / of * 10**decimals, 6)) / 10**decimals
        if quorum(share, activity.must, activity.expected) == least:
            return share
    return None


def _fewer(numbers: _Numbers, template: str) -> Iterator[Ladder]:
    """Yield one meeting fewer and so on, or no meeting where that is a choice."""
    own, about = numbers.said.activities.get(template, {}), numbers.called(template)
    rules = ROOM | {"precedence", "lag", "spread"}
    count, when = own.get("count"), own.get("when")
    if count is not None:
        yield from numbers.ladder("meeting", count, _down(count.whole, 1, 1), about, rules)
    elif when is not None and numbers.templates[template].when != "no":
        yield from numbers.ladder("meeting", when, ["no"], about, rules)
    if numbers.templates[template].for_each is ForEach.AUDIT and not numbers.agenda.review.audits:
        audits = numbers.named("audits")
        yield from numbers.ladder("meeting", audits, _down(audits.whole if audits else 0, 1, 1), about, rules)


def _lags(numbers: _Numbers) -> Iterator[Ladder]:
    for order in numbers.said.orders:
        before = [one for one in order.before if one in numbers.templates]
        after = [one for one in order.after if one in numbers.templates]
        if not any(numbers.are_two(one, other) for one in before for other in after):
            continue
        about = (numbers.called(before[0])[0], numbers.called(after[0])[0])
        for key, said in order.lags.items():
            values = _up(said.whole, MOST_MORE["lag"]) if key.startswith("most") else _down(said.whole, 1)
            yield from numbers.ladder("lag", said, values, about, frozenset({"lag"}))


def _shape(numbers: _Numbers) -> Iterator[Ladder]:
    shape = numbers.said.shape
    rows = (
        ("tolerance", "tolerance-days", 1, frozenset({"spread"})),
        ("block-length", "working-days", 1, frozenset({"block"})),
        ("apart", "least-weeks", -1, frozenset({"blocks apart"})),
        ("apart", "most-weeks", 1, frozenset({"blocks apart"})),
    )
    for kind, key, way, rules in rows:
        said = shape.get(key)
        if said is not None:
            values = _up(said.whole, MOST_MORE[kind]) if way > 0 else _down(said.whole, 1)
            yield from numbers.ladder(
                kind, said, values, ("the first block", "the second") if kind == "apart" else (), rules
            )


def _whole(numbers: _Numbers) -> Iterator[Ladder]:
    """Yield the numbers of the review as a whole."""
    span, lead_in = numbers.named("span-weeks"), numbers.named("lead-in-weeks")
    step, slot = numbers.named("start-step-minutes"), numbers.named("slot-minutes")
    if span is not None:
        yield from numbers.ladder("span", span, _up(span.whole, MOST_MORE["span"]), (), frozenset({"span", "spread"}))
    if lead_in is not None:
        yield from numbers.ladder("lead-in", lead_in, _down(lead_in.whole, 1), (), frozenset({"lead-in", "spread"}))
    if step is not None and slot is not None:
        values = [value for value in (step.whole // 2,) if step.whole % 2 == 0 and value % slot.whole == 0]
        yield from numbers.ladder("start-step", step, values, (), frozenset({"start step"}))


def _down(value: int, by: int, least: int = 0) -> list[int]:
    """Return the values below `value`, each less by `by`, down to `least`."""
    return list(range(value - by, least - 1, -by))


def _up(value: int, most: int) -> list[int]:
    return list(range(value + 1, value + most + 1))
