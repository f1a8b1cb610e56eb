"""What the search for cures asks, answered for one review, or for some of its activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.domain.partial.kept import kept_of
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.explaining.clashes import find_clash
from ltsched.solve.explaining.looks import Looks, Remedies
from ltsched.solve.explaining.possible import Trial
from ltsched.solve.explaining.remedies import find_remedies
from ltsched.solve.explaining.steps.propose import Proposal, steps_for
from ltsched.solve.plan import plan_agenda, plan_review
from ltsched.solve.run import Runner
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.strategy import STEPS

__all__ = ["UP_TO_REPORT", "Answers"]

UP_TO_REPORT = tuple(step for step in STEPS if not isinstance(step, Preferences))
"""What a cure brings is told of the stages that people act on."""

EFFORT = 3.0
"""For all that is tried, in deterministic time; what was found by then is told."""

EFFORT_OF_A_LOOK, EFFORT_FOR_EACH = 0.003, 0.0008
"""What it costs to lay out a review with some steps, and more for each person, beside the effort of the solver."""


@dataclass(slots=True)
class Answers:
    """Answers for `review`, or for its activities `ids` alone, all of which are to take place.

    What is optional is left out: it need not be held. `effort` is what there is of it, from `begun` on.
    """

    review: Review
    runner: Runner
    ids: frozenset[str] | None = None
    effort: float = EFFORT
    begun: float = 0.0
    _last: Trial | None = None

    def looks(self) -> Looks:
        """Return the answers, with the effort counted from now on."""
        self.begun = self.runner.effort
        return Looks(
            applied=self.applied,
            possible=self.possible,
            planned=self.planned,
            clash=self.clash,
            remedies=self.remedies,
            spent=lambda: (self.runner.effort - self.begun) / self.effort,
            stopped=lambda: self.runner.stopped,
        )

    def applied(self, steps: Sequence[Step]) -> Agenda:
        """Return the agenda of the review with `steps`."""
        agenda = expand(self._review(steps), hold_optional=False, tell_of_holds=False)
        return agenda if self.ids is None else kept_of(agenda, self.ids)

    def _review(self, steps: Sequence[Step]) -> Review:
        self._count()
        return applied(self.review, [step.change for step in steps])

    def _count(self) -> None:
        self.runner.effort += EFFORT_OF_A_LOOK + EFFORT_FOR_EACH * len(self.review.people)

    def possible(self, agenda: Agenda, only: Sequence[str]) -> bool | None:
        """Return whether the activities `only` fit without the others."""
        return self._trial(agenda).possible(self.runner, only)

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
            result = plan_review(self._review(steps), self.runner, told=False, steps=UP_TO_REPORT)
        else:
            agenda = self.applied(steps)
            if not self._has_all(agenda):
                return Status.INFEASIBLE, None
            result = plan_agenda(agenda, self.runner, told=False, steps=UP_TO_REPORT)
        return result.status, result.timetable

    def _trial(self, agenda: Agenda) -> Trial:
        """Return the trial of `agenda`; of several looks at one agenda the people's time is laid out once."""
        if self._last is None or self._last.agenda is not agenda:
            self._count()
            self._last = Trial.of(agenda)
        return self._last

    def clash(self, agenda: Agenda) -> Clash | None:
        """Return a clash of `agenda`; None where none is found."""
        return find_clash(agenda, self.runner)

    def remedies(self, clash: Clash) -> Remedies:
        """Return what resolves `clash`."""
        return find_remedies(clash, self.applied, self._soon, self._proposed)

    def _proposed(self, agenda: Agenda, clash: Clash) -> Iterator[Proposal]:
        for each in steps_for(agenda, clash, self.review.costs, self._soon):
            if self.ids is None or self._has_all(self.applied([each.step])):
                yield each

    def _has_all(self, agenda: Agenda) -> bool:
        """Return whether nothing is missing: with a conversation fewer others fit, and that is no cure here."""
        return self.ids is None or len(agenda.activities) == len(self.ids)

    def _soon(self, agenda: Agenda, only: Sequence[str]) -> bool:
        """Return whether activities are found to fit: what is proposed is planned before it is told."""
        if self.runner.stopped or self.runner.effort > self.begun + self.effort:
            return False
        return self._trial(agenda).possible(self.runner, only, proven=False) is True
