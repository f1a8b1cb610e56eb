"""What the search for cures asks, answered for one review, or for some of its activities."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.domain.partial.kept import kept_of
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.model.grid import lay_grid
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.explaining.clashes import find_clash
from ltsched.solve.explaining.looks import Remedies
from ltsched.solve.explaining.possible import FEW, Trial
from ltsched.solve.explaining.remedies import find_remedies
from ltsched.solve.explaining.steps.freed_as_planned import freed_as_planned, freed_everywhere
from ltsched.solve.explaining.steps.given_up import GivenUp
from ltsched.solve.explaining.steps.propose import Proposal, steps_for
from ltsched.solve.explaining.steps.related import DIARY
from ltsched.solve.explaining.still import still_clashes
from ltsched.solve.explaining.together import together
from ltsched.solve.plan import plan_agenda, plan_review
from ltsched.solve.result import Result
from ltsched.solve.run import Runner
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.strategy import STEPS

__all__ = ["UP_TO_REPORT", "Answers"]

UP_TO_REPORT = tuple(step for step in STEPS if not isinstance(step, Preferences))
"""What a cure brings is told of the stages that people act on."""

EFFORT = 7.0
"""For all that is tried, in something like seconds of a processor; what was found by then is told."""

LEFT_OUT = frozenset({"meeting", "conversation"})
"""Rows of the costs of steps by which an activity does not take place: whatever is in its way, that is enough."""

EFFORT_OF_A_PLAN = 0.8
"""In deterministic time, so much one cure is planned for, at most; what it brings is said not to be proven then."""

EFFORT_OF_A_CLASH = 1.0
"""In deterministic time, so much another clash is looked for, at most, once the first are known."""

LAID_OUT, FOR_EACH_PERSON = 0.003, 0.0006
"""The work of laying out a review with some steps, and more for each person."""

LOOKED_AT, FOR_EACH_ACTIVITY = 0.008, 0.005
"""The work of looking at a clash besides the solver, and more for each activity."""

MOST_AWAY = 2
"""Of those who are in the way of several activities so many are asked to come to all of them, the cheapest first."""

PLANNED, FOR_EACH_PLANNED = 0.05, 0.012
"""The work of planning besides the solver, and more for each activity."""


@dataclass(slots=True)
class Answers:
    """Answers for `review`, or for its activities `ids` alone, all of which are to take place.

    They are what a search for cures asks for (`ltsched.solve.explaining.looks.Looks`). What is optional is left out: it
    need not be held.

    Parameters
    ----------
    effort
        What may be spent from now on, in something like seconds of a processor.
    told
        The clashes that are known.
    of_each
        Those of them of which every activity clashes by itself.
    narrow
        Those of which the facts are looked at, and not all that is in the way of their activities.
    """

    review: Review
    runner: Runner
    ids: frozenset[str] | None = None
    effort: float = EFFORT
    told: Collection[Clash] = ()
    of_each: Collection[Clash] = ()
    narrow: list[Clash] = field(default_factory=list, init=False)
    _begun: float = field(init=False)
    _trial: Trial | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._begun = self.runner.spent

    def applied(self, steps: Sequence[Step]) -> Agenda:
        """Return the agenda of the review with `steps`."""
        agenda = expand(self._review(steps), hold_optional=False, tell_of_holds=False)
        return agenda if self.ids is None else kept_of(agenda, self.ids)

    def _review(self, steps: Sequence[Step]) -> Review:
        self._laid_out()
        return applied(self.review, [step.change for step in steps])

    def _laid_out(self) -> None:
        self.runner.count(LAID_OUT + FOR_EACH_PERSON * len(self.review.people))

    def clashes(self, agenda: Agenda, clash: Clash) -> bool | None:
        """Return whether the activities of `clash` do not fit, or, of one that is `narrow`, its facts alone."""
        self.runner.count(LOOKED_AT + FOR_EACH_ACTIVITY * len(clash.activities))
        if clash in self.narrow:
            return still_clashes(agenda, clash, self.runner)
        known = {activity.id for activity in agenda.activities}
        left = [id for id in clash.activities if id in known]
        trial = self._trial_of(agenda)
        if clash in self.of_each:
            return not all(trial.possible(self.runner, [id], proven=False) for id in left)
        if len(left) > FEW:
            # Whether so many fit is planned as soon as it is seen.
            return trial.short(left)
        possible = trial.possible(self.runner, left, proven=False) if left else True
        return None if possible is None else not possible

    def _trial_of(self, agenda: Agenda) -> Trial:
        """Return a trial of `agenda`: the last one where it is of that agenda, which is asked several times."""
        if self._trial is None or self._trial.agenda is not agenda:
            self._trial = Trial.of(agenda)
        return self._trial

    def planned(self, steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
        """Return how sure it is that all fits with `steps`, and the timetable, without preferences.

        Where the review cannot be read with them, as it names what is not there any more, nothing fits.
        """
        try:
            return self._planned(steps)
        except InvalidReview:
            return Status.INFEASIBLE, None

    def _planned(self, steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
        if self.ids is None:
            review = self._review(steps)
            result = self._counted(lambda runner: plan_review(review, runner, told=False, steps=UP_TO_REPORT))
        else:
            agenda = self.applied(steps)
            if not self._has_all(agenda):
                return Status.INFEASIBLE, None
            result = self._plan_of(agenda)
        return result.status, result.timetable

    def _plan_of(self, agenda: Agenda) -> Result:
        return self._counted(lambda runner: plan_agenda(agenda, runner, told=False, steps=UP_TO_REPORT))

    def _counted(self, plan: Callable[[Runner], Result]) -> Result:
        runner = self.runner.for_one_thing(EFFORT_OF_A_PLAN)
        result = plan(runner)
        planned = 0 if result.timetable is None else len(result.timetable.bookings)
        runner.count(PLANNED + FOR_EACH_PLANNED * planned)
        self.runner.add(runner)
        return result

    def clash(self, agenda: Agenda) -> Clash | None:
        """Return a clash of `agenda`; None where none is found."""
        runner = self.runner.for_one_thing(EFFORT_OF_A_CLASH)
        found = find_clash(agenda, runner)
        self.runner.add(runner)
        return found

    def remedies(self, clash: Clash) -> Remedies:
        """Return what resolves `clash`.

        Where nothing lets its activities fit but that they do not take place, there may be something else in their way
        that is a clash of its own: then what resolves its facts is enough, and the clash is `narrow`. So it is where
        something else is known to be.
        """
        found = find_remedies(clash, self.applied, self._resolved, self._proposed, most=1 if clash.facts else 2)
        only_left_out = all(step.kind in LEFT_OUT for way in found.ways for step in way)
        if (only_left_out or self._has_another(clash)) and clash.facts and not self._exhausted():
            self.narrow.append(clash)
            narrow = find_remedies(clash, self.applied, self._resolved, self._proposed, most=2)
            found = narrow if only_left_out else replace(narrow, ways=_each_once((*narrow.ways, *found.ways)))
        ways = (*found.ways, *self._freed_as_planned(clash))
        # Of several activities together only some days and amounts are asked about.
        some = self._exhausted() or (len(clash.activities) > 1 and clash not in self.of_each)
        return replace(found, ways=ways, all_found=found.all_found and not some)

    def _freed_as_planned(self, clash: Clash) -> Iterator[tuple[Step, ...]]:
        """Yield for each of those in the way of several activities that they come to all of them, as that is planned.

        Where the whole review fits then, it is as that is planned; else as the activities of the clash alone are.
        """
        costs = self.review.costs
        diaries = sorted((one for one in clash.facts if one.rule == DIARY), key=lambda one: costs.get(one.kind, 0))
        away = list(dict.fromkeys(one.ids[0] for one in diaries))[:MOST_AWAY]
        if len(clash.activities) == 1 or not away:
            return
        agenda = self.applied(())
        prices = GivenUp(agenda, lay_grid(agenda), costs)
        for id in away:
            freed = freed_everywhere(id, prices)
            if freed is None or self._exhausted():
                continue
            needed = {one.id for one in agenda.activities if id in one.must}.union(clash.activities)
            then = self.applied([Step("busy", freed, 1)])
            for ids in ({one.id for one in then.activities}, set(clash.activities)):
                result = self._plan_of(kept_of(then, ids))
                if result.timetable is not None:
                    step = freed_as_planned(id, result.timetable.bookings, needed, prices)
                    yield from () if step is None else [(step,)]
                    break

    def _proposed(self, agenda: Agenda, clash: Clash) -> Iterator[Proposal]:
        def possible(then: Agenda, ids: Sequence[str]) -> bool:
            self._laid_out()
            return self._resolved(then, clash)

        for each in steps_for(agenda, clash, self.review.costs, possible, self._exhausted):
            if self.ids is None or self._has_all(self.applied([each.step])):
                yield each

    def stopped(self) -> bool:
        """Return whether nothing more can be asked."""
        return self.runner.stopped

    def _exhausted(self) -> bool:
        return self.stopped() or self.spent() >= 1

    def spent(self) -> float:
        """Return how much of the effort has been spent, 1 being all of it."""
        return (self.runner.spent - self._begun) / self.effort

    def _has_another(self, clash: Clash) -> bool:
        own = set(clash.activities)
        return any(other != clash and not own.isdisjoint(other.activities) for other in self.told)

    def _has_all(self, agenda: Agenda) -> bool:
        """Return whether nothing is missing: with a conversation fewer others fit, and that is no cure here."""
        return self.ids is None or len(agenda.activities) == len(self.ids)

    def _resolved(self, agenda: Agenda, clash: Clash) -> bool:
        """Return whether `clash` is found to be there no longer, while there is any effort left."""
        return not self._exhausted() and self.clashes(agenda, clash) is False


def _each_once(ways: Sequence[tuple[Step, ...]]) -> tuple[tuple[Step, ...], ...]:
    return tuple({together(way): way for way in reversed(ways)}.values())[::-1]
