"""Explain a review for which nothing fits: what clashes, and the cheapest things that would help."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash, Explanation
from ltsched.domain.explaining.step import Step
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.explaining.clashes import find_clash, find_clashes, merged
from ltsched.solve.explaining.cures import find_cures
from ltsched.solve.explaining.looks import Looks, Remedies
from ltsched.solve.explaining.possible import Trial
from ltsched.solve.explaining.remedies import find_remedies
from ltsched.solve.explaining.steps.propose import Proposal, steps_for
from ltsched.solve.plan import plan_review
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.reasons.counted import capacity, without_advice
from ltsched.solve.run import Runner
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.strategy import STEPS

__all__ = ["explain", "explain_review"]

UP_TO_REPORT = tuple(step for step in STEPS if not isinstance(step, Preferences))
"""What a cure brings is told of the stages that people act on."""

TIME_OVER = "there was no time to find out more"
STOPPED = "it was stopped before more was found out"


def explain(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
    most: int = 5,
) -> Explanation:
    """Explain why nothing fits, and return the cheapest things that would help, each planned before it is told.

    Parameters
    ----------
    time_limit_seconds
        After this, what is certain by then is returned, and it is said that there may be more.
    seed, workers
        The same input, seed, workers and version give the same answer, unless the time limit strikes.
    listener
        Hears what happens. Ctrl-C ends the search with what is certain by then.
    most
        So many cures are looked for.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    """
    runner = Runner(time.monotonic() + time_limit_seconds, seed, workers)
    with ctrl_c_ends(runner):
        return explain_review(review, runner, listener, most=most)


def explain_review(review: Review, runner: Runner, listener: Listener = SILENT, *, most: int = 5) -> Explanation:
    """Explain why nothing fits for `review`, with a runner of one's own; see `explain`."""
    listener.phase("finding out what clashes")
    looks = _Looks(review, runner)
    agenda = looks.applied(())
    clashes = find_clashes(agenda, runner)
    if not clashes:
        found = plan_review(review, runner, listener, told=False, steps=UP_TO_REPORT)
        if found.status is not Status.INFEASIBLE:
            known = found.timetable is not None
            told = () if known else capacity(agenda)
            return Explanation(found.status, told, all_found=known, stopped=_stopped(runner))
        clashes = (Clash(tuple(activity.id for activity in agenda.activities), (), smallest=False),)
    listener.phase("finding out what would help")
    asked = Looks(looks.applied, looks.possible, looks.planned, looks.clash, looks.remedies)
    cures = find_cures(clashes, asked, runner, most=most)
    counted = tuple(map(without_advice, capacity(agenda, most=0)))
    return Explanation(
        Status.INFEASIBLE, counted, merged(clashes, agenda), cures.cures, cures.all_found, _stopped(runner)
    )


def _stopped(runner: Runner) -> str:
    if runner.interrupted:
        return STOPPED
    return TIME_OVER if runner.out_of_time else ""


@dataclass(frozen=True, slots=True)
class _Looks:
    """What the search for cures asks, answered for one review. What is optional is left out: it need not be held."""

    review: Review
    runner: Runner
    _last: list[Trial] = field(default_factory=list)

    def applied(self, steps: Sequence[Step]) -> Agenda:
        return expand(self._review(steps), hold_optional=False, tell_of_holds=False)

    def _review(self, steps: Sequence[Step]) -> Review:
        return applied(self.review, [step.change for step in steps])

    def possible(self, agenda: Agenda, only: Sequence[str]) -> bool | None:
        return self._trial(agenda).possible(self.runner, only)

    def planned(self, steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
        try:
            result = plan_review(self._review(steps), self.runner, told=False, steps=UP_TO_REPORT)
        except InvalidReview:  # the files would name what is not there any more
            return Status.UNKNOWN, None
        return result.status, result.timetable

    def _trial(self, agenda: Agenda) -> Trial:
        """Return the trial of `agenda`; of several looks at one agenda the people's time is laid out once."""
        if self._last and self._last[0].agenda is agenda:
            return self._last[0]
        self._last[:] = [Trial.of(agenda)]
        return self._last[0]

    def clash(self, agenda: Agenda) -> Clash | None:
        return find_clash(agenda, self.runner)

    def remedies(self, taken: Sequence[Step], clash: Clash) -> Remedies:
        return find_remedies(clash, taken, self.applied, self.possible, self._proposed)

    def _proposed(self, agenda: Agenda, clash: Clash) -> Iterator[Proposal]:
        return steps_for(agenda, clash, self.review.costs, self.possible)
