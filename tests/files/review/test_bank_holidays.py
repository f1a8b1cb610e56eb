"""Bank holidays of a region."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.errors import Mistake
from ltsched.files.review.bank_holidays import bank_holidays, known_region


@pytest.mark.parametrize(
    ("region", "known"),
    [("GB-ENG", "GB-ENG"), ("gb-sct", "GB-SCT"), ("IE", "IE"), ("DE-BY", "DE-BY"), ("none", "none"), ("None", "none")],
)
def test_regions_are_known_in_any_capitals(region: str, known: str) -> None:
    """Nations of the United Kingdom, other countries, parts of them, and none at all."""
    mistakes: list[Mistake] = []
    assert known_region(region, "review.toml", mistakes) == known
    assert mistakes == []


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("GB", "expected one of GB-ENG, GB-NIR, GB-SCT, GB-WLS, or none"),
        ("gbr", "GBR-ENG"),
        ("MON", "unknown region"),
        ("XNYS", "unknown region"),
        ("GB-ENGL", 'Did you mean "GB-ENG"?'),
        ("GBENG", 'Did you mean "GB-ENG"?'),
        ("IE-", "unknown region"),
        ("IE-X", "unknown region"),
        ("XX", "such as GB-ENG"),
        ("England", "such as GB-ENG"),
    ],
)
def test_an_unknown_region_is_a_mistake(region: str, words: str) -> None:
    """With what would be right; GB alone has no Easter Monday and is therefore not enough."""
    mistakes: list[Mistake] = []
    assert known_region(region, "review.toml", mistakes) is None
    assert words in str(mistakes[0])
    assert mistakes[0].where == "region"


def test_the_nations_differ() -> None:
    """England has Easter Monday and the end of August, Scotland the second of January; substitute days count."""
    england, scotland = bank_holidays("GB-ENG", [2027]), bank_holidays("GB-SCT", [2027])
    assert {date(2027, 3, 29), date(2027, 8, 30), date(2027, 12, 27), date(2027, 12, 28)} <= england
    assert date(2027, 3, 29) not in scotland
    assert date(2027, 1, 4) in scotland - england


def test_none_has_no_holidays() -> None:
    """Every Monday to Friday is worked then."""
    assert bank_holidays("none", [2027]) == frozenset()
