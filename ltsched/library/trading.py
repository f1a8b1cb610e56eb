"""Give something up for an earlier report: what there is to choose from, and to choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ltsched.domain.living.tradeoffs import TRADED, FrontierPoint, Tradeoffs
from ltsched.domain.review import Review
from ltsched.domain.stages.settings import stage_word
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import WrongUse
from ltsched.files.disk.fingerprint import fingerprint
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.tradeoffs import choose as choose_stages
from ltsched.solve.many.tradeoffs import tradeoffs as tradeoffs_of
from ltsched.solve.progress import SILENT, Listener

__all__ = ["choose", "tradeoffs"]


def tradeoffs(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
    on_point: Callable[[FrontierPoint], None] = lambda point: None,
) -> Tradeoffs:
    """Find what an earlier report of `review` would cost: see `ltsched.solve.many.tradeoffs.tradeoffs`.

    The time limit is for each point, and for each search for the next one.
    """
    inputs = fingerprint(review.folder) if review.folder is not None else ""
    limits = Limits(time_limit_seconds, seed, workers)
    return replace(tradeoffs_of(review, limits=limits, listener=listener, on_point=on_point), inputs=inputs)


def choose(
    review: Review,
    word: str,
    most: int,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
) -> Review:
    """Return `review` with the stages that choose one point of its trade-offs, to be planned.

    The report is the earliest that there is with at most `most` of the stage `word`, and then come the other stages in
    their order. Where nothing fits at all, or nothing was found in time, `review` is returned as it is: planning it
    tells why.

    Parameters
    ----------
    word
        ``missed-attendance`` or ``if-needed``, as ``[stages]`` of review.toml says it.
    most
        What is given up at most, in the unit of that stage.

    Raises
    ------
    WrongUse
        There is no stage of that name to give up, or no timetable with so little of it.
    """
    names = {stage_word(name): name for name in TRADED}
    if word not in names:
        hint = did_you_mean(word, names)
        raise WrongUse(f"nothing can be given up of {word!r}; expected {' or '.join(names)}. {hint}".rstrip())
    limits = Limits(time_limit_seconds, seed, workers)
    return choose_stages(review, names[word], most, limits=limits, listener=listener)
