"""`plan --choose`: one point of the trade-offs, as it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from ltsched.cli.screen import Screen
from ltsched.domain.living.tradeoffs import TRADED
from ltsched.domain.stages.settings import stage_word
from ltsched.domain.words.near_miss import did_you_mean

if TYPE_CHECKING:
    from ltsched.domain.review import Review
    from ltsched.solve.progress import Listener

__all__ = ["Choice", "ChooseFlag", "chosen", "tell_chosen"]

FORM = re.compile(r"(?P<word>[A-Za-z-]+)=(?P<most>\d{1,5})")
HINT = "'--choose'"


class Choice(NamedTuple):
    """A stage, in the word of ``[stages]``, and how much of it is given up at most."""

    word: str
    most: int


def _read(given: str | Choice) -> Choice:
    """Let through ``missed-attendance=5``, or the default as it stands; anything else is wrong use."""
    if isinstance(given, Choice):
        return given
    words = [stage_word(name) for name in TRADED]
    expected = f"expected {' or '.join(f'{word}=NUMBER' for word in words)}"
    found = FORM.fullmatch(given)
    if found is None or found["word"] not in words:
        word = given.partition("=")[0]
        hint = "" if word in words else did_you_mean(word, words)
        raise typer.BadParameter(f"{given!r} is not understood; {expected}. {hint}".rstrip())
    return Choice(found["word"], int(found["most"]))


ChooseFlag = Annotated[
    Choice | None,
    typer.Option(
        "--choose",
        metavar="NAME=MOST",
        parser=_read,
        help="The earliest report with at most so much given up, as missed-attendance=5: see `ltsched tradeoffs`.",
    ),
]


def chosen(
    review: Review, choice: Choice | None, listener: Listener, *, time_limit_seconds: float, seed: int, workers: int
) -> Review:
    """Return `review` with the stages of `choice`; with those of review.toml if there is none."""
    if choice is None:
        return review
    import ltsched

    try:
        return ltsched.choose(
            review,
            choice.word,
            choice.most,
            time_limit_seconds=time_limit_seconds,
            seed=seed,
            workers=workers,
            listener=listener,
        )
    except ltsched.WrongUse as error:
        raise typer.BadParameter(str(error), param_hint=HINT) from None


def tell_chosen(review: Review, screen: Screen) -> None:
    """Say how to keep what was chosen: every other command goes by review.toml."""
    if not review.stages.chosen:
        return
    from ltsched.domain.words.tradeoff_words import lines_of_stages

    screen.tell(f"Chosen for this plan: {review.stages.chosen}. To plan so every time, put into review.toml:")
    for line in lines_of_stages(review.stages):
        screen.tell(f"  {line}")
