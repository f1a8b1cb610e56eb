"""An explanation in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash, Cure, Explanation
from ltsched.domain.explaining.picture import picture_of
from ltsched.domain.explaining.step import Call, Step
from ltsched.domain.explaining.telling import Said, Telling, ToldClash, ToldCure, ToldFact, ToldStep
from ltsched.domain.rules.rule import Fact
from ltsched.domain.spans import Spans
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.calling import by_id, call_of
from ltsched.domain.words.explaining.clash_words import clash_words, headline
from ltsched.domain.words.explaining.cure_words import also_words, brings_words, cure_words, edit_words
from ltsched.domain.words.explaining.fact_words import fact_words

__all__ = ["in_order", "telling_of"]

DIARY = "diary"
ORDER = ("must attend", "quorum", "panel", "independence", "length", "agreed", "window", "spread")
"""The rules that are told first; diaries come last."""


def telling_of(explanation: Explanation, agenda: Agenda) -> Telling:
    """Return `explanation` in words, for people by names and for files by ids.

    Parameters
    ----------
    agenda
        What was to be planned.
    """
    calls = (call_of(agenda.review, agenda.activities), by_id)
    impossible = explanation.status is Status.INFEASIBLE
    return Telling(
        status=explanation.status,
        headline=_headline(explanation, agenda, calls) if impossible else Said("", ""),
        arithmetic=tuple(explanation.arithmetic),
        clashes=tuple(_clash(clash, agenda, calls) for clash in explanation.clashes),
        cures=tuple(_cure(cure, agenda, calls) for cure in explanation.cures),
        all_found=explanation.all_found,
        stopped=explanation.stopped,
    )


def _headline(explanation: Explanation, agenda: Agenda, calls: tuple[Call, Call]) -> Said:
    """Return why nothing fits in a sentence: where it is no clash, the reason that is given."""
    reason = next((one for one in explanation.arithmetic if one.cure is not None), None)
    if not explanation.clashes and reason is not None:
        return Said(f"No timetable is possible: {reason.said}.", f"No timetable is possible: {reason.text}.")
    return _said(calls, lambda call: headline(explanation.clashes, agenda, call))


def in_order(facts: Iterable[Fact], best: date | None = None) -> list[Fact]:
    """Return facts in the order in which they are told: what has to be, then who is away, each person's by day.

    Who is away on the `best` day comes first, if there is one.
    """
    known = list(facts)
    diaries = [fact for fact in known if fact.rule == DIARY]
    then = {fact.ids for fact in diaries if best in fact.dates}
    owners = list(dict.fromkeys(fact.ids for fact in sorted(diaries, key=lambda fact: fact.ids not in then)))

    def place(fact: Fact) -> tuple[int, int, tuple[date, ...]]:
        if fact.rule == DIARY:
            return len(ORDER) + 1, owners.index(fact.ids), fact.dates
        return ORDER.index(fact.rule) if fact.rule in ORDER else len(ORDER), 0, fact.dates

    return sorted(known, key=place)


def _said(calls: tuple[Call, Call], words: Callable[[Call], str]) -> Said:
    names, ids = map(words, calls)
    return Said(names, ids)


def _clash(clash: Clash, agenda: Agenda, calls: tuple[Call, Call]) -> ToldClash:
    """Return a clash in words; of one that is not the smallest, no diary of which no day was found to matter."""

    def told(fact: Fact) -> ToldFact:
        times = tuple(Spans.of(fact.spans).moments(agenda.review.timezone))
        return ToldFact(_said(calls, lambda call: fact_words(fact, agenda, call)), fact, times)

    said = _said(calls, lambda call: clash_words(clash, agenda, call))
    told_facts = [fact for fact in clash.facts if clash.smallest or fact.rule != DIARY or fact.dates]
    picture = picture_of(clash, (), agenda) if clash.smallest else None
    facts = in_order(told_facts, None if picture is None else picture.best)
    return ToldClash(said, clash.activities, tuple(map(told, facts)), clash.smallest)


def _cure(cure: Cure, agenda: Agenda, calls: tuple[Call, Call]) -> ToldCure:
    review = agenda.review
    steps = tuple(_step(step, agenda, calls) for step in cure.steps)
    return ToldCure(
        said=_said(calls, lambda call: cure_words(cure.steps, review, call)),
        cost=cure.cost,
        steps=steps,
        brings=cure.brings,
        brought=brings_words(cure.brings, review.deadline),
        write=edit_words(edit for step in steps for edit in step.edits),
        also=tuple(_step(step, agenda, calls) for step in cure.also),
        also_said=_said(calls, lambda call: also_words(cure, review, call)),
    )


def _step(step: Step, agenda: Agenda, calls: tuple[Call, Call]) -> ToldStep:
    review = agenda.review
    return ToldStep(_said(calls, lambda call: cure_words((step,), review, call)), step.cost, step.change.edits(review))
