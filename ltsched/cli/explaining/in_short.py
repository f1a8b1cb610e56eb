"""Why nothing fits, in short, where `plan` or `tradeoffs` ends with that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ltsched.cli.screen import Screen
from ltsched.domain.explaining.telling import Telling
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status

if TYPE_CHECKING:
    from ltsched.domain.agenda import Agenda
    from ltsched.domain.explaining.explanation import Explanation
    from ltsched.solve.progress import Listener
    from ltsched.solve.result import Result

__all__ = ["InShort", "explained", "found_in_short", "telling_in_short"]

CURES = 3
LEAST_SECONDS = 1.0
"""With less time left, nothing is begun."""


@dataclass(frozen=True, slots=True)
class InShort:
    """What counting says, the first clash and the cheapest cures; `same` is what to type after a command."""

    telling: Telling
    same: str

    def show(self, screen: Screen) -> None:
        """Show it, and say where the rest is told."""
        from ltsched.report.screen.explaining.explanation_parts import (
            arithmetic_part,
            clash_part,
            cures_part,
            headline_part,
        )

        first, *others = self.telling.clashes
        screen.show(headline_part(self.telling), "", *arithmetic_part(self.telling.arithmetic))
        screen.show(clash_part(first, 1 if others else 0))
        screen.show(cures_part(self.telling.cures, most=CURES), "")
        screen.show_line(f"`ltsched explain {self.same}` tells all.")

    def fields(self) -> dict[str, object]:
        """Return it as JSON has it: nothing that was found out is left out there."""
        from ltsched.files.results.explanation_fields import explanation_fields

        return explanation_fields(self.telling)


def explained(
    result: Result, review: Review, listener: Listener, *, time_limit_seconds: float, seed: int, workers: int
) -> Result:
    """Return `result` with what clashes and what would help, where it is impossible and there is time left."""
    import ltsched

    left = time_limit_seconds - result.seconds
    if result.status is not Status.INFEASIBLE or result.interrupted or left < LEAST_SECONDS:
        return result
    found = ltsched.explain(review, time_limit_seconds=left, seed=seed, workers=workers, listener=listener, most=CURES)
    return replace(result, explanation=found)


def telling_in_short(result: Result, same: str) -> InShort | None:
    """Return what is told of the explanation of `result`; None where there is none, or it knows of no clash."""
    return None if result.explanation is None else _in_short(result.explanation, result.agenda, same)


def found_in_short(
    review: Review, listener: Listener, same: str, *, left_seconds: float, seed: int, workers: int
) -> InShort | None:
    """Return what clashes in a review that is impossible; None where no clash is found, or no time is left for it."""
    import ltsched
    from ltsched.options.expand import expand

    if left_seconds < LEAST_SECONDS:
        return None
    found = ltsched.explain(
        review, time_limit_seconds=left_seconds, seed=seed, workers=workers, listener=listener, most=CURES
    )
    return _in_short(found, expand(review), same) if found.status is Status.INFEASIBLE else None


def _in_short(explanation: Explanation, agenda: Agenda, same: str) -> InShort | None:
    from ltsched.domain.words.explaining.telling_of import telling_of

    if not explanation.clashes or not explanation.clashes[0].facts:
        return None
    return InShort(telling_of(explanation, agenda), same)
