"""timetable.xlsx: a workbook of four sheets that runs nothing and is equal every time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.review import Review
from ltsched.domain.timetable import Status, Timetable
from ltsched.report.workbook.timetable_xlsx import timetable_xlsx
from tests.support.agendas import changed
from tests.support.planned import planned
from tests.support.workbooks import HOSTILE, opened, rows, types

SHEETS = ["Timetable", "People by week", "Milestones", "How sure"]


def test_it_opens_and_says_when_it_ends() -> None:
    """It has its sheets in order, and each page shows the day."""
    plan, found = planned()
    book = opened(timetable_xlsx(found, plan.review))
    assert book.sheetnames == SHEETS
    assert {sheet.oddHeader.right.text for sheet in book} == {"Final report Mon 12 Apr 2027"}
    assert book.properties.title == "LT-TEST-1"


def test_the_same_timetable_gives_the_same_bytes() -> None:
    """Equal input, equal output, byte for byte."""
    first, second = (timetable_xlsx(found, plan.review) for plan, found in (planned(), planned()))
    assert first == second


@pytest.mark.parametrize("evil", [*HOSTILE, "a\x00\x1b\ufffe\ud800", "👩‍⚖️", "x" * 40_000, ""])
def test_no_text_does_any_harm(evil: str) -> None:
    """Whatever stands in a title, a name, an agency, a room or a warning: it opens, and there is no formula."""
    plan, found = planned()
    people = tuple(replace(one, name=evil, agency=evil) for one in plan.review.people)
    rooms = tuple(replace(one, name=evil) for one in plan.review.rooms)
    review = replace(plan.review, people=people, rooms=rooms)
    found = changed(found, "joint-meeting:1", title=evil, activity=f"x:{evil}", missing=(evil,), panel=(evil,))
    milestones = tuple(replace(one, title=evil) for one in found.milestones)
    stages = tuple(replace(one, name=evil, unit=evil) for one in found.stages)
    found = replace(found, reference=evil, milestones=milestones, stages=stages, warnings=(evil,))
    book = opened(timetable_xlsx(found, review))
    assert types(book) == {"s", "n", "d"}
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)


def test_an_empty_timetable_opens_too() -> None:
    """Nothing booked: headers, the people, and no week."""
    plan, _ = planned()
    review: Review = replace(plan.review, deadline=plan.review.commissioned)
    empty = Timetable("LT-1", "test", Status.UNKNOWN, (), (), ())
    book = opened(timetable_xlsx(empty, review))
    assert len(rows(book["Timetable"])) == 1
    assert [row[0] for row in rows(book["People by week"])][:3] == ["Id", "l1", "t1"]
    assert book["People by week"].max_column == 4
    assert [row[0] for row in rows(book["Milestones"])] == ["Milestone", "Deadline"]
    assert book["Timetable"].oddHeader.right.text is None
