"""Whether activities fit that have to lie in one week or block."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from ltsched.domain.agenda import Agenda
from ltsched.model.build import build_rules
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.tighten import tighten
from ltsched.solve.explaining.fitting.alike import in_order
from ltsched.solve.explaining.fitting.said import FEW_EFFORT, said
from ltsched.solve.run import Runner

__all__ = ["Short", "fits_in_one"]

Short = Callable[[Mapping[str, Candidates]], bool]
"""Whether counting shows that some candidates are not enough."""


def fits_in_one(
    agenda: Agenda,
    free: FreeTime,
    parts: Iterable[Mapping[str, Candidates]],
    runner: Runner,
    short: Short,
    *,
    anywhere: Collection[str] = (),
    proven: bool = True,
    most_effort: float,
) -> bool | None:
    """Return whether the activities fit with the candidates of one of `parts`; None if that was not found out.

    The solver mostly sees at once whether they do, and there is much to count: so that is done where it does not.
    """
    unknown = False
    for part in parts:
        fits = _fits(agenda, free, part, runner, short, anywhere, proven, most_effort)
        if fits:
            return True
        unknown = unknown or fits is None
    return None if unknown else False


def _fits(
    agenda: Agenda,
    free: FreeTime,
    candidates: Mapping[str, Candidates],
    runner: Runner,
    short: Short,
    anywhere: Collection[str],
    proven: bool,
    most_effort: float,
) -> bool | None:
    ordered = in_order(agenda, candidates, anywhere)
    left = tighten(ordered, free.grid, candidates)
    if not all(own.starts for own in left.values()):
        return False
    if runner.stopped:  # to lay out a model takes a while, too
        return None
    model = build_rules(ordered, free, left)
    fits = said(runner, model, proven=proven, most_effort=min(most_effort, FEW_EFFORT))
    if fits is not None:
        return fits
    if short(candidates):
        return False
    return said(runner, model, proven=proven, most_effort=most_effort) if most_effort > FEW_EFFORT else None
