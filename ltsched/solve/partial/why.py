"""Why something does not fit beside what is kept, and the cheapest that would make room for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash, Cure
from ltsched.domain.explaining.step import Call
from ltsched.domain.option import Kind
from ltsched.domain.partial.kept import kept_of
from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.review import Review
from ltsched.domain.words.capacity_words import tally_words
from ltsched.domain.words.explaining.calling import by_title
from ltsched.domain.words.explaining.clash_words import clash_words
from ltsched.domain.words.explaining.cure_words import cure_words
from ltsched.domain.words.wording import listed
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.explaining.answers import Answers
from ltsched.solve.explaining.clashes import find_clash
from ltsched.solve.explaining.cures import find_cures
from ltsched.solve.explaining.possible import Trial
from ltsched.solve.reasons.alone import reason_alone
from ltsched.solve.run import Runner

__all__ = ["told_of_left_out"]

NO_ROOM = "it does not fit beside what is kept, which counts more"

MOST_CLASHES = 4
"""For so many it is found out what clashes, at most; the others are looked at whether the same stands in their way."""

MOST_SEARCHES = 2
"""So many cures are looked for, at most, each for another kind; then those that are known are tried."""

EFFORT = 2.0
"""For one search for a cure, in something like seconds of a processor."""

MOST_TRIED = 4
"""So many times a cure that is known is tried for something else, at most."""


def told_of_left_out(
    review: Review, agenda: Agenda, kept: Collection[str], weights: Mapping[str, int], runner: Runner
) -> tuple[LeftOut, ...]:
    """Return what is not `kept` of `agenda`, in its order: each with why it does not fit beside that, and its cure.

    With its cure it was planned together with all that is kept. What counts most is looked at first: for the first of a
    kind the cheapest cure is looked for, for the others of that kind it is seen whether that one helps, too.
    """
    telling = _Telling(review, agenda, frozenset(kept), runner)
    out = [one for one in agenda.activities if one.id not in kept]
    found = {one.id: telling.of(one) for one in sorted(out, key=lambda one: -weights[one.id])}
    return tuple(found[one.id] for one in out)


@dataclass(slots=True)
class _Telling:
    """What is told of one after the other; by kind what was found, with the id of what it was found for."""

    review: Review
    agenda: Agenda
    kept: frozenset[str]
    runner: Runner
    clashes: list[tuple[Kind, str, Clash]] = field(default_factory=list)
    cures: list[tuple[Kind, Cure]] = field(default_factory=list)
    searched: list[Kind] = field(default_factory=list)
    tried: int = 0
    _call: Call = field(init=False)

    def __post_init__(self) -> None:
        self._call = by_title(self.review, self.agenda.activities)

    def of(self, one: Activity) -> LeftOut:
        beside = kept_of(self.agenda, self.kept | {one.id})
        why, clash = self._why(one, beside)
        cure = self._known(one)
        if not cure and clash is not None and one.kind not in self.searched and len(self.searched) < MOST_SEARCHES:
            self.searched.append(one.kind)
            found = find_cures([clash], self._answers(one), most=1).cures
            self.cures += [(one.kind, each) for each in found]
            cure = cure_words(found[0].steps, self.review, self._call) if found else ""
        return LeftOut(one.id, one.title, why, cure)

    def _why(self, one: Activity, beside: Agenda) -> tuple[str, Clash | None]:
        """Return why it does not fit, and the clash where one was looked for.

        That is so where the order leaves something no time, which is soon found; else counting may say it.
        """
        trial = Trial.of(beside)
        for kind, id, clash in self.clashes if trial.alone[one.id].starts else ():
            if kind is one.kind and len(clash.activities) > 1:
                same = [one.id if other == id else other for other in clash.activities]
                if trial.possible(self.runner, same) is False:
                    return f"{listed(map(self._call, same))} do not fit together", None
        candidates = narrow(beside, trial.free.grid, trial.alone)
        if all(own.starts for own in candidates.values()):
            short = find_shortage(beside, trial.free, candidates)
            return (NO_ROOM if short is None else tally_words(short, self._call)), None
        if not trial.alone[one.id].starts and len(self.clashes) >= MOST_CLASHES:
            return reason_alone(one, beside, trial.free).text, None
        if self.runner.stopped or len(self.clashes) >= MOST_CLASHES:
            return NO_ROOM, None
        found = find_clash(beside, self.runner)
        if found is None:
            return NO_ROOM, None
        self.clashes.append((one.kind, one.id, found))
        return clash_words(found, beside, self._call), found

    def _answers(self, one: Activity) -> Answers:
        """Return answers for what is kept with `one`."""
        return Answers(self.review, Runner(self.runner.deadline, self.runner.seed), self.kept | {one.id}, EFFORT)

    def _known(self, one: Activity) -> str:
        """Return a cure that was found for something of the same kind, if it helps here, too; empty if none does."""
        answers = self._answers(one)
        for kind, cure in self.cures:
            if kind is one.kind and self.tried < MOST_TRIED and not self.runner.stopped:
                self.tried += 1
                if answers.planned(cure.steps)[1] is not None:
                    return cure_words(cure.steps, self.review, self._call)
        return ""
