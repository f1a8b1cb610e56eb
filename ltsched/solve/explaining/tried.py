"""What a search for cures has tried so far: which clashes are left with some steps, and what these bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Brings, Clash, Cure
from ltsched.domain.explaining.step import Step
from ltsched.domain.stages.table import LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import Status, Timetable
from ltsched.solve.explaining.known import Known, Ways
from ltsched.solve.explaining.looks import Looks
from ltsched.solve.explaining.together import Together, asks_more, families, together

__all__ = ["Tried", "brought"]


@dataclass(slots=True)
class Tried:
    """Steps that were tried.

    Parameters
    ----------
    looks
        Who is asked.
    clashes
        Those that are known so far.
    found
        The cures.
    known
        What resolves each clash.
    all_found
        Whether nothing was passed over so far.
    seen_clashes, last
        What was asked, and the agenda of the last steps that were.
    """

    looks: Looks
    clashes: list[Clash]
    found: list[Cure] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    all_found: bool = True
    seen_clashes: dict[tuple[Clash, Together], bool] = field(default_factory=dict)
    last: tuple[Together, Agenda] | None = None

    def does_the_same(self, steps: Sequence[Step]) -> bool:
        """Return whether a cure does the same on other days or by other amounts."""
        own = families(steps)
        return any(families(cure.steps) == own for cure in self.found)

    def has_a_cure_in(self, steps: Sequence[Step]) -> bool:
        """Return whether they ask for all that a cure asks for, and for more."""
        return any(asks_more(steps, cure.steps) for cure in self.found)

    def needed(self, cure: Cure) -> Cure:
        """Return `cure` without the steps that it does not need."""
        for step in cure.steps if len(cure.steps) > 1 else ():
            rest = tuple(other for other in cure.steps if other != step)
            smaller = self.planned(rest)
            if smaller is not None:
                return self.needed(smaller)
        return cure

    def planned(self, steps: tuple[Step, ...]) -> Cure | None:
        """Return what `steps` bring; None where they do not help."""
        if self.first_clash(steps) is not None:
            return None
        _, timetable = self.looks.planned(steps)
        return None if timetable is None else Cure(steps, brought(timetable))

    def first_clash(self, steps: Sequence[Step]) -> Clash | None:
        """Return the first of the clashes known so far that there is with `steps`, too."""
        return next((clash for clash in self.clashes if self._clashes(clash, together(steps), steps)), None)

    def _clashes(self, clash: Clash, key: Together, steps: Sequence[Step]) -> bool:
        if not steps:
            return True
        if self.known.resolves(clash, key):
            return False  # it was enough; whether all fits is planned
        if (clash, key) not in self.seen_clashes:
            if self.last is None or self.last[0] != key:
                self.last = key, self.looks.applied(steps)
            self.seen_clashes[clash, key] = self.looks.clashes(self.last[1], clash) is True
        return self.seen_clashes[clash, key]

    def ways(self, clash: Clash) -> Ways:
        """Return what resolves `clash`, asked once: of the review as it is, each amount is all that it takes."""
        if clash not in self.known.ways:
            found = self.looks.remedies(clash)
            self.all_found = self.all_found and found.all_found
            self.known.ways[clash] = found.ways
        return self.known.ways[clash]


def brought(timetable: Timetable) -> Brings:
    """Return what is told of a timetable that was planned with steps."""
    return Brings(
        timetable.final_report,
        timetable.stage_value(LATE_DAYS),
        timetable.stage_value(MISSED_ATTENDANCE),
        timetable.status is Status.OPTIMAL,
    )
