"""What the comparison shows: a table for each scenario, at most 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ltsched.domain.stages.table import PREFERENCES

from .runs import Run, Settled

__all__ = ["Comparison"]

SIDE = f"{'value':>7}{'bound':>7}{'seconds':>10}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both runs of one scenario; of several, the middle ones, with the total seconds of all in order."""

    scenario: str
    people: int
    activities: int
    ours: Run
    textbook: Run
    our_totals: tuple[float, ...] = ()
    textbook_totals: tuple[float, ...] = ()

    def groups(self) -> dict[str, list[str]]:
        """Return the stages that are told together: the first two, all up to the preferences, all."""
        names = [stage.name for stage in self.ours.stages]
        return {
            "first two stages": names[:2],
            "up to finish": [name for name in names if name not in PREFERENCES],
            "all stages": names,
        }

    def ratio(self, names: Sequence[str], *, solving: bool = False) -> tuple[float, bool] | None:
        """Return how many times longer the textbook model takes to prove the stages `names`.

        With `solving`, the time for finding out who is free when is left out on both sides. The flag tells whether the
        textbook model got there: if not, the ratio is what it took until it was ended, and the true one is greater.
        None if ltsched has not proven them.
        """
        ours = self.ours.settled_seconds(names)
        theirs = self.textbook.settled_seconds(names)
        if ours is None:
            return None
        ended = self.textbook.total_seconds if theirs is None else theirs
        if solving:
            ended -= self.textbook.prepared_seconds
            ours -= self.ours.prepared_seconds
        return ended / max(ours, 0.001), theirs is not None

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        yield f"{self.scenario}: {self.people} people, {self.activities} activities"
        yield f"{'':<24}{'ltsched':>24}  {'textbook':>24}"
        yield f"{'settled by':<24}{SIDE}  {SIDE}"
        for ours, theirs in zip_longest(self.ours.stages, self.textbook.stages):
            yield f"{(ours or theirs).name:<24}{_side(ours)}  {_side(theirs)}".rstrip()
        for title, run, totals in (
            ("ltsched", self.ours, self.our_totals),
            ("textbook", self.textbook, self.textbook_totals),
        ):
            spread = f" ({totals[0]:.2f} to {totals[-1]:.2f} in {len(totals)} runs)" if len(totals) > 1 else ""
            yield f"{title}: {run.total_seconds:.2f} s in all{spread}, {run.prepared_seconds:.2f} s of it diaries"
        yield f"{'textbook / ltsched':<24}{'planning':>14}{'solving':>14}"
        for title, names in self.groups().items():
            planning, solving = _ratio(self.ratio(names)), _ratio(self.ratio(names, solving=True))
            yield f"  {title:<22}{planning:>14}{solving:>14}"

    def as_dict(self) -> dict[str, Any]:
        """Return it in the types of JSON."""
        ratios: dict[str, dict[str, Any]] = {}
        for title, names in self.groups().items():
            for what, solving in (("planning", False), ("solving", True)):
                ratio = self.ratio(names, solving=solving)
                told = None if ratio is None else {"at_least": round(ratio[0], 2), "exact": ratio[1]}
                ratios.setdefault(title, {})[what] = told
        return {
            "scenario": self.scenario,
            "people": self.people,
            "activities": self.activities,
            "ltsched": self.ours.as_dict(),
            "textbook": self.textbook.as_dict(),
            "ltsched_total_seconds": list(self.our_totals),
            "textbook_total_seconds": list(self.textbook_totals),
            "ratios": ratios,
        }


def _side(stage: Settled | None) -> str:
    if stage is None:
        return f"{'–':>7}{'–':>7}{'–':>10}"
    value, bound = ("–" if number is None else str(number) for number in (stage.value, stage.bound))
    return f"{value:>7}{bound:>7}{stage.seconds:>10.2f}"


def _ratio(ratio: tuple[float, bool] | None) -> str:
    if ratio is None:
        return "not proven"
    times, exact = ratio
    return f"{'' if exact else '> '}{times:.{1 if times < 10 else 0}f}×"
