"""What a comparison says in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.comparison import Evidence
from ltsched.domain.review import ReviewKind
from ltsched.domain.timetable import StageResult, Status
from ltsched.domain.words.comparison_words import fullness_words, given_up, starting_point, status_line
from tests.support.comparisons import comparison, evidence, outcome
from tests.support.reasons import because

FULL = evidence(key_staff=8, heard=8, analysis_meetings=5, joint_meetings=2)


@pytest.mark.parametrize("kind", list(ReviewKind))
def test_only_serious_case_reviews_have_a_starting_point(kind: ReviewKind) -> None:
    """The source says so for these alone; the fullest option is named by its title, with the words of the source."""
    said = starting_point(comparison(outcome("focused"), outcome("full", fullness=4), kind=kind))
    assert bool(said) is (kind is ReviewKind.SERIOUS_CASE_REVIEW)
    if said:
        assert said.startswith("For a serious case review, Full is the assumed starting point. A fuller review")


def test_no_starting_point_where_nothing_is_ranked() -> None:
    """A serious case review, compared under options of the user's own."""
    kind = ReviewKind.SERIOUS_CASE_REVIEW
    assert starting_point(comparison(outcome(fullness=0), kind=kind)) == ""


@pytest.mark.parametrize(
    ("has", "said"),
    [
        (FULL, ""),
        (evidence(key_staff=8, heard=9, analysis_meetings=6, joint_meetings=3), ""),
        (replace(FULL, heard=6), "only 6 of 8 key staff heard individually"),
        (replace(FULL, heard=0), "none of 8 key staff heard individually"),
        (replace(FULL, analysis_meetings=3), "3 analysis meetings instead of 5"),
        (replace(FULL, analysis_meetings=1), "1 analysis meeting instead of 5"),
        (replace(FULL, analysis_meetings=0), "no analysis meeting"),
        (replace(FULL, joint_meetings=1), "1 meeting with the case group instead of 2"),
        (replace(FULL, joint_meetings=0), "no meeting with the case group"),
        (
            replace(FULL, heard=0, analysis_meetings=2, joint_meetings=1),
            "none of 8 key staff heard individually, 2 analysis meetings instead of 5 and 1 meeting with the case "
            "group instead of 2",
        ),
        (replace(FULL, files_audited=0), ""),
    ],
)
def test_what_is_given_up_in_words(has: Evidence, said: str) -> None:
    """Only what is less; more of something does not make up for it, and nothing is said about files."""
    full = outcome("full", evidence=replace(FULL, files_audited=3))
    assert given_up(outcome("other", evidence=has), full) == said


def test_several_meetings_with_the_case_group() -> None:
    """The plural is at the right word."""
    fullest = outcome(evidence=evidence(joint_meetings=3))
    assert given_up(outcome(evidence=evidence(joint_meetings=2)), fullest) == (
        "2 meetings with the case group instead of 3"
    )


def test_places_in_the_order_of_fullness() -> None:
    """Equals share a place, the next one counts all before it, and who is not ranked has none."""
    outcomes = [outcome(f"o{n}", fullness=rank) for n, rank in enumerate((4, 3, 3, 2, 0))]
    all_of_them = comparison(*outcomes)
    assert [fullness_words(each, all_of_them) for each in outcomes] == ["1", "2=", "2=", "4", "not ranked"]


@pytest.mark.parametrize(
    ("status", "reasons", "said"),
    [
        (Status.OPTIMAL, (), "proven"),
        (Status.INFEASIBLE, (), "impossible"),
        (
            Status.INFEASIBLE,
            ("l1 is away", "it would fit without l1"),
            "impossible: l1 is away; it would fit without l1",
        ),
        (Status.UNKNOWN, (), "nothing found in time"),
        (Status.UNKNOWN, ("stopped before it was planned",), "nothing found in time: stopped before it was planned"),
    ],
)
def test_the_status_in_words(status: Status, reasons: tuple[str, ...], said: str) -> None:
    """Impossible is proven, and nothing found is not; both with their reasons."""
    assert status_line(outcome(status=status, reasons=because(*reasons))) == said


def test_what_is_not_proven_says_by_how_much() -> None:
    """Each stage with a gap; those that are proven, within their tolerance too, are left out."""
    stages = (
        StageResult("late days", "working days", 3, 3),
        StageResult("missed attendance", "people", 5, 2, tolerance=1),
        StageResult("finish", "working days", 9, 7, tolerance=2),
        StageResult("shape", "working days", 9, 8),
    )
    found = outcome(status=Status.FEASIBLE)
    assert found.timetable is not None
    unsure = replace(found, timetable=replace(found.timetable, stages=stages))
    assert status_line(unsure) == "best found, not proven: missed attendance might be 2 less, shape might be 1 less"
