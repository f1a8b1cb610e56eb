"""Names that nobody has: an initial, and a surname out of two halves that do not go together."""

from __future__ import annotations

import random

__all__ = ["invented_names"]

FIRST_HALVES = (
    "Ash Bram Cald Dun Elm Fen Garth Hazel Ivel Kel Lark Marl Nether Orm Pell Quarn Rush Sedge Tarn Wend Yarrow"
)
SECOND_HALVES = "kettle thimble lantern ribbon pebble button feather whistle bobbin saddle acorn glimmer teapot candle"
INITIALS = "ABCDEFGHIJKLMNOPRSTVWY"


def invented_names(dice: random.Random, count: int) -> list[str]:
    """Return `count` different names such as ``K. Fenthimble``."""
    surnames = [first + second for first in FIRST_HALVES.split() for second in SECOND_HALVES.split()]
    dice.shuffle(surnames)
    return [f"{dice.choice(INITIALS)}. {surname}" for surname in surnames[:count]]
