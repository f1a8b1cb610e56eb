"""A review as a variation has it, and what is kept of an outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ltsched.domain.people import Role
from ltsched.domain.review import Review, Settings
from ltsched.domain.sweep import Point, Variation, point, varied
from ltsched.domain.timetable import StageResult, Status
from tests.support.agendas import MONDAY, person, review
from tests.support.comparisons import outcome
from tests.support.planned import FINAL_REPORT
from tests.support.reasons import because

CASE = (
    person("l1", Role.LEAD_REVIEWER),
    person("c1", Role.CASE_GROUP),
    person("c2", Role.CASE_GROUP, conversation_rank=2),
    person("c3", Role.CASE_GROUP),
    person("c4", Role.CASE_GROUP, conversation_rank=1),
)


def ranked(made: Review) -> list[str]:
    """Return who has a rank, in its order."""
    having = [person for person in made.people if person.conversation_rank is not None]
    return [person.id for person in sorted(having, key=lambda person: person.conversation_rank or 0)]


def test_nothing_is_changed_that_a_variation_does_not_name() -> None:
    made = review(CASE)
    assert varied(made, Variation("as it is")) == made


def test_another_day_of_commissioning() -> None:
    """And nothing else; the deadline is a date of its own."""
    made = review(CASE, deadline=date(2027, 9, 1))
    later = date(2027, 5, 3)
    assert varied(made, Variation("later", commissioned=later)) == replace(made, commissioned=later)


def test_numbers_are_added_to_those_of_the_review() -> None:
    """The variation wins; the option that was read stays as it is, and so does the review."""
    made = review(CASE, settings=Settings(customise={"audits": 3, "span-weeks": 9}, orders=({"before": ["x"]},)))
    found = varied(made, Variation("few", numbers={"audits": 1}))
    assert found.settings == replace(made.settings, customise={"audits": 1, "span-weeks": 9})
    assert found.option is made.option
    assert made.settings.customise["audits"] == 3


@pytest.mark.parametrize(
    ("count", "who"), [(1, "c4"), (2, "c4 c2"), (3, "c4 c2 c1"), (4, "c4 c2 c1 c3"), (9, "c4 c2 c1 c3")]
)
def test_conversations_with_the_first_by_rank_and_then_by_the_file(count: int, who: str) -> None:
    """Ranks without gaps, for the case group alone; the people of the review are untouched."""
    made = review(CASE)
    found = varied(made, Variation("some", conversations=count))
    assert ranked(found) == who.split()
    assert sorted(person.conversation_rank or 0 for person in found.people)[-1] == len(who.split())
    assert ranked(made) == ["c4", "c2"]


def test_what_is_kept_of_a_timetable() -> None:
    """The numbers of the timetable, with those who cannot come."""
    found = outcome("focused", days_late=4)
    assert found.timetable is not None
    stages = (StageResult("late days", "working days", 4, 4), StageResult("missed attendance", "people", 7, 0))
    found = replace(found, timetable=replace(found.timetable, stages=stages, status=Status.FEASIBLE))
    kept = point(Variation("x=1"), replace(found, status=Status.FEASIBLE))
    assert kept == Point("x=1", "focused", Status.FEASIBLE, FINAL_REPORT, 4, 6.0, 7, 20.0)


@pytest.mark.parametrize("status", [Status.INFEASIBLE, Status.UNKNOWN])
def test_what_is_kept_without_a_timetable(status: Status) -> None:
    """The reasons, as one text."""
    kept = point(Variation(str(MONDAY)), outcome("full", status=status, reasons=because("one", "two")))
    assert kept == Point("2027-03-01", "full", status, why="one; two")
