"""review.toml: its keys, and the tables in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ltsched.domain.explaining.costs import usual_costs
from ltsched.domain.partial.importance import usual_importance
from ltsched.domain.review import (
    AuditFile,
    FamilyApproach,
    FocusedReview,
    Hold,
    HoldScope,
    Organiser,
    ReviewKind,
    StageSettings,
)
from tests.support.review_tomls import LEAST, read


def test_every_key_is_read(tmp_path: Path) -> None:
    """All that a review can say, each in its place."""
    text = (
        LEAST
        + """
kind = "practice-review"
deadline = "2027-07-12"
organiser = { name = "Office", email = "o@x.example" }
family = { approach = "letter" }
customise = { joint-meetings = 1 }
stages = { order = ["finish", "late-days"], tolerance = { missed-attendance = 2 } }
[[hold]]
scope = "person:p01"
from = 2027-03-01
until = 2027-03-01
reason = "leave"
[[hold]]
scope = "activity:joint-meeting:1"
from = 2027-03-01
[[hold]]
scope = "publication"
from = 2027-03-01
reason = ""
[[activity]]
id = "mine"
[[order]]
before = "mine"
[[audit]]
id = "f1"
agencies = "Police"
[[audit]]
id = "f2"
agencies = ["Police", "Health"]
[[audit]]
id = "f3"
[[focused-review]]
id = "fr1"
case-group = ["p01"]
[[focused-review]]
id = "fr2"
"""
    )
    found, mistakes, notices = read(tmp_path, text)
    assert mistakes == notices == []
    assert (found.reference, found.option, found.kind) == ("R-1", "full", ReviewKind.PRACTICE_REVIEW)
    assert (found.commissioned, found.deadline) == (date(2027, 1, 11), date(2027, 7, 12))
    assert (found.timezone.key, found.region) == ("Europe/London", "GB-ENG")
    assert found.organiser == Organiser("Office", "o@x.example")
    assert found.family is FamilyApproach.LETTER
    day = date(2027, 3, 1)
    assert found.holds == (
        Hold(HoldScope.PERSON, "p01", day, day, "leave"),
        Hold(HoldScope.ACTIVITY, "joint-meeting:1", day, None, ""),
        Hold(HoldScope.PUBLICATION, "", day, None, ""),
    )
    assert found.settings.customise == {"joint-meetings": 1}
    assert found.settings.activities == ({"id": "mine"},)
    assert found.settings.orders == ({"before": "mine"},)
    assert found.stages == StageSettings(("finish", "late-days"), {"missed-attendance": 2})
    assert found.audits == (AuditFile("f1", ("Police",)), AuditFile("f2", ("Police", "Health")), AuditFile("f3"))
    assert found.focused_reviews == (FocusedReview("fr1", ("p01",)), FocusedReview("fr2", None))


def test_what_is_not_said_has_a_usual_meaning(tmp_path: Path) -> None:
    """The zone and the region are told of, since they decide what a time and a working day are."""
    found, mistakes, notices = read(tmp_path, 'reference = "R"\noption = "full"\ncommissioned = 2027-01-11\n')
    assert mistakes == []
    assert (found.kind, found.deadline, found.organiser, found.family) == (ReviewKind.OTHER, None, None, None)
    assert (found.timezone.key, found.region) == ("Europe/London", "GB-ENG")
    assert notices == [
        "no timezone is given: times are those of Europe/London",
        "no region is given: bank holidays are those of GB-ENG",
    ]


def test_another_option_takes_the_place_of_the_one_in_the_file(tmp_path: Path) -> None:
    """Then the file need not have one."""
    found, mistakes, _ = read(tmp_path, LEAST.replace('option = "full"', ""), "focused")
    assert (found.option, mistakes) == ("focused", [])
    assert read(tmp_path, LEAST, "focused")[0].option == "focused"


@pytest.mark.parametrize("reference", ["LT-2027-03", "Case A (2nd)", "Ä1", "1" * 64])
def test_what_can_be_a_reference(tmp_path: Path, reference: str) -> None:
    """Any code name on one line."""
    assert read(tmp_path, LEAST.replace("R-1", reference))[1] == []


def test_one_stage_may_stand_without_a_list(tmp_path: Path) -> None:
    """As wherever names are listed."""
    found, mistakes, _ = read(tmp_path, LEAST + '[stages]\norder = "finish"\n')
    assert (found.stages.order, mistakes) == (("finish",), [])


def test_what_things_cost_is_changed_row_by_row(tmp_path: Path) -> None:
    """What the table does not name costs what it usually does."""
    found, mistakes, _ = read(tmp_path, LEAST + "[costs]\nleave = 20\nquorum = 1\n")
    assert mistakes == []
    assert found.costs == {**usual_costs(), "leave": 20, "quorum": 1}
    assert list(found.costs) == list(usual_costs())
    assert read(tmp_path, LEAST)[0].costs == usual_costs()


def test_what_activities_count_is_changed_row_by_row(tmp_path: Path) -> None:
    """What the table does not name counts what it usually does."""
    found, mistakes, _ = read(tmp_path, LEAST + "[importance]\naudit = 200\n")
    assert mistakes == []
    assert found.importance == {**usual_importance(), "audit": 200}
    assert read(tmp_path, LEAST)[0].importance == usual_importance()
