"""Explanations from outside: cause and cure are known by construction, each fact is left out, each cure is planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.impossible.case import Case
from tests.support.impossible.cases import CASES
from tests.support.impossible.checking import Explained, by_hand_faults, case_faults, faults
from tests.support.impossible.fuzz import random_faults

QUICK = (
    "hours-shorter-than-the-event",
    "room-too-small",
    "two-of-four-away-on-the-day",
    "both-lead-reviewers-of-the-agency",
    "even-position-on-a-part-time-day",
    "hours-of-a-window-shorter-than-the-event",
)
"""One of each kind, in which everything is soon found."""

KNOWN = {
    "leave-where-the-second-block-has-to-be": "two activities in two blocks: the solver does not say in time what fits",
}
"""What is not as it should be, and why."""

RANDOM = 16
"""So many of the random reviews are looked at here; `tests.support.impossible.fuzz` looks at any of them."""


@pytest.mark.parametrize("case", [case for case in CASES if case.name in QUICK], ids=lambda case: case.name)
def test_some_explanations_are_right(case: Case, tmp_path: Path) -> None:
    _explained(case, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=KNOWN[case.name])) if case.name in KNOWN else case
        for case in CASES
        if case.name not in QUICK
    ],
    ids=lambda case: case.name,
)
def test_all_other_explanations_are_right(case: Case, tmp_path: Path) -> None:
    _explained(case, tmp_path)


def _explained(case: Case, path: Path) -> None:
    """See that the cause is named and nothing else, that each fact matters, and that cures do what they promise."""
    found = Explained.of(case.folder().write(path / case.name))
    assert [*case_faults(case, found), *faults(found), *by_hand_faults(case, found, found.path)] == []


@pytest.mark.long
@pytest.mark.parametrize("number", range(RANDOM))
def test_random_reviews_made_impossible_are_explained(number: int, tmp_path: Path) -> None:
    first, *wrong = random_faults(number, tmp_path)
    assert wrong == [], first
