"""Find the best other times for one booking: where nothing else has to move first, then where little does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.replanning.alternatives import Alternative, Alternatives, Impossible
from ltsched.domain.timetable import Booking, Timetable
from ltsched.solve.alternatives.around import Around
from ltsched.solve.alternatives.current import Current
from ltsched.solve.alternatives.nothing_moves import NothingMoves
from ltsched.solve.alternatives.trial import Judge, Trial

__all__ = ["MOST_A_DAY", "find_alternatives"]

MOST_A_DAY = 2
"""So many of one day are shown at most, and the second ones only where there are too few days: ten really other times.
"""


def find_alternatives(
    agenda: Agenda,
    planned: Timetable,
    activity: str,
    *,
    count: int,
    proposed: Iterable[PersonTime] = (),
    invited: bool = False,
    agreed: bool = False,
) -> Alternatives:
    """Return the `count` best other times for the booking of `activity`, and those that were proposed.

    First each start is tried at which nothing else has to move: the best of each day, then a second one where there are
    fewer days than `count`. Where there are still too few, the nearest other days are searched for plans in which as
    few other bookings as can be move or are held by others. That search is bounded by its effort, which is the same on
    every machine.

    Parameters
    ----------
    agenda
        What `planned` is a timetable of, as things are now; each activity is booked in it, and nothing else is.
    activity
        One that is not over.
    proposed
        The times that people propose for it; each is tried, and is shown whatever its rank.
    invited
        Whether anybody has been invited to anything yet.
    agreed
        Whether people have agreed on the time that it has (review.toml); `agenda` does not know of it.
    """
    current = Current.of(agenda, planned, activity)
    search = _Search(current, activity, count)
    found = search.run(_proposals(current.bookings[activity], proposed))
    return replace(found, invited=invited, agreed=agreed)


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A start that some people have proposed."""

    start: datetime
    people: tuple[str, ...]


def _proposals(now: Booking, proposed: Iterable[PersonTime]) -> list[_Proposal]:
    """Return the starts that were proposed, in order, each with all who proposed it; not the one that it has."""
    found: dict[datetime, dict[str, None]] = {}
    for one in proposed:
        if one.activity == now.activity and one.start != now.start:
            found.setdefault(one.start, {})[one.person] = None
    return [_Proposal(start.astimezone(now.start.tzinfo), tuple(people)) for start, people in sorted(found.items())]


class _Search:
    def __init__(self, current: Current, activity: str, count: int) -> None:
        self.current = current
        self.activity = activity
        self.count = count
        self.around = Around.of(current, activity)
        self.judge = Judge(current, activity)
        self.nothing = NothingMoves(self.around, self.judge)

    def run(self, proposals: Sequence[_Proposal]) -> Alternatives:
        trials = sorted(self.nothing.trials(), key=lambda trial: trial.key)
        chosen = self._chosen(trials)
        by_start = {trial.change.after.start: trial for trial in trials}
        granted: dict[datetime, Alternative] = {}
        still_open = []
        for proposal in proposals:
            trial = by_start.get(proposal.start)
            alternative = None if trial is None else self.judge.checked(trial)
            if trial is None or alternative is None:
                still_open.append(proposal)
            else:
                granted[proposal.start] = replace(alternative, proposed_by=proposal.people)
        too_few = len(chosen) < self.count
        only_start = stopped = False
        impossible = []
        if too_few or still_open:
            # Only who needs it loads the solver.
            from ltsched.solve.alternatives.others_move import OthersMove

            others = OthersMove(self.around, self.judge)
            only_start = others.only_start
            for proposal in still_open:
                alternative = others.at_start(proposal.start)
                if alternative is None:
                    impossible.append(self._impossible(proposal))
                else:
                    granted[proposal.start] = replace(alternative, proposed_by=proposal.people)
            days = {alternative.booking.day for alternative in chosen}
            chosen += others.on_other_days(days, self.count - len(chosen))
            stopped = others.stopped
        found = {each.booking.start: each for each in chosen} | granted
        ordered = sorted(found.values(), key=lambda each: self.judge.key_of(each))
        return Alternatives(
            now=self.current.timetable,
            activity=self.activity,
            found=tuple(ordered),
            impossible=tuple(impossible),
            broken=tuple(sorted({one.text for one in self.current.broken if self.activity not in one.ids})),
            looked_further=too_few,
            only_start=only_start,
            stopped=stopped,
        )

    def _chosen(self, trials: Sequence[Trial]) -> list[Alternative]:
        """Return the best of each day, then the second of each, until there are enough, each checked."""
        found: list[Alternative] = []
        tried: set[int] = set()
        for most in range(1, MOST_A_DAY + 1):
            taken = Counter(alternative.booking.day for alternative in found)
            for index, trial in enumerate(trials):
                if len(found) == self.count:
                    return found
                if index not in tried and taken[trial.day] < most:
                    tried.add(index)
                    alternative = self.judge.checked(trial)
                    if alternative is not None:
                        found.append(alternative)
                        taken[trial.day] += 1
        return found

    def _impossible(self, proposal: _Proposal) -> Impossible:
        """Return why a start cannot be had with all others as they are."""
        panel = self.around.now.panel
        trial = self.nothing.trial_at(proposal.start, panel)
        return Impossible(proposal.start, trial.change.after.end, proposal.people, self.judge.why_not(trial.bookings))
