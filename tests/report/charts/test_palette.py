"""The colours can be read, told apart, and each be replaced on its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from operator import mul

import pytest

from ltsched.domain.words.kind_words import Phase
from ltsched.report.charts.palette import DARK, LIGHT, Theme, theme_of

LETTERS = 4.5
"""The least contrast of letters (WCAG 2.2, AA)."""

SEEN_BY = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "without green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "without blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""What becomes of red, green and blue light for those who lack a kind of cone (Machado and others, 2009)."""

LEAST_APART = 15.0
"""In CIELAB, where about 2 can just be told apart side by side."""

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> list[float]:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in channels]


def light_of(colour: str) -> float:
    return float(sum(map(mul, (0.2126, 0.7152, 0.0722), linear(colour))))


def lab(colour: str, seen: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    light = [max(0.0, sum(map(mul, row, linear(colour)))) for row in seen]
    to_xyz = ((0.4339, 0.3763, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8728))
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (sum(map(mul, row, light)) for row in to_xyz)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((light_of(one), light_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
def test_letters_can_be_read_on_every_ground(theme: Theme) -> None:
    phases = [getattr(theme, phase) for phase in Phase]
    for ground in (theme.surface, theme.band):
        for ink in (theme.text, theme.muted, theme.accent, theme.alert, *phases):
            assert contrast(ink, ground) >= LETTERS, (ink, ground)
    for bar in phases:
        assert contrast(theme.on_bar, bar) >= LETTERS, bar


@THEMES
@pytest.mark.parametrize("seen", SEEN_BY.values(), ids=SEEN_BY)
def test_phases_can_be_told_apart_by_colour_blind_people(theme: Theme, seen: Sequence[Sequence[float]]) -> None:
    for one, other in combinations(Phase, 2):
        assert math.dist(lab(getattr(theme, one), seen), lab(getattr(theme, other), seen)) >= LEAST_APART, (one, other)


@THEMES
def test_no_two_colours_are_equal(theme: Theme) -> None:
    colours = [colour for _, colour in theme.colours()]
    assert len(set(colours)) == len(colours)
    assert all(len(colour) == 7 and colour == colour.lower() for colour in colours)


def test_both_themes_have_the_same_names() -> None:
    assert [name for name, _ in LIGHT.colours()] == [name for name, _ in DARK.colours()]
    assert theme_of("light") is LIGHT
    assert theme_of("dark") is DARK


def test_every_phase_has_a_colour() -> None:
    assert {str(phase) for phase in Phase} <= {name for name, _ in LIGHT.colours()}
