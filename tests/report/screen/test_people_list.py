"""People, each with a list."""

from __future__ import annotations

from datetime import date

from ltsched.report.screen.people_list import on_day, people_list
from tests.support.agendas import person, review
from tests.support.printing import printed


def test_a_row_has_id_name_and_list_in_the_order_given() -> None:
    """Somebody whom the review does not know any more has no name."""
    table = people_list({"t2": ["a", "b"], "gone": ["c"]}, review([person("t2")]))
    assert printed(table).splitlines() == ["t2 Name of t2 a, b", "gone c"]


def test_a_day_stands_in_brackets() -> None:
    assert on_day("Joint meeting 1", date(2027, 4, 6)) == "Joint meeting 1 (6 Apr)"
