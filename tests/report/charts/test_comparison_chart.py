"""The chart of the options."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from ltsched.report.charts.comparison_chart import comparison_chart
from ltsched.report.charts.drawing import as_svg
from tests.report.page.samples import HOSTILE, comparison, small, unproven


def drawn(svg: str) -> tuple[set[str], list[str]]:
    elements = list(ElementTree.fromstring(svg).iter())
    names = {element.get("id", "") for element in elements}
    return names, ["".join(element.itertext()) for element in elements if element.tag.endswith("}text")]


def test_an_option_with_a_timetable_is_drawn_and_one_without_is_told() -> None:
    names, texts = drawn(as_svg(comparison_chart(comparison())))
    assert {"meetings-test", "report-test", "deadline"} <= names
    assert not {"meetings-other", "report-other"} & names
    assert {"Test", "impossible", "Deadline Thu 15 Apr 2027"} <= set(texts)
    assert any(text.startswith("2 missed attendances") for text in texts)
    assert any("2 working days late" in text for text in texts)


def test_what_is_not_proven_says_so() -> None:
    made = comparison()
    timetable = unproven(small()[0])
    made = replace(made, deadline=None, outcomes=(replace(made.outcomes[0], timetable=timetable, days_late=None),))
    names, texts = drawn(as_svg(comparison_chart(made, "dark")))
    assert "deadline" not in names
    assert any("(not proven)" in text for text in texts)


def test_it_is_the_same_every_time_whatever_stands_in_it() -> None:
    one, other = (as_svg(comparison_chart(comparison(HOSTILE))) for _ in range(2))
    assert one == other
    assert "<script" not in one


def test_no_options_give_an_empty_chart() -> None:
    assert as_svg(comparison_chart(replace(comparison(), outcomes=(), deadline=None)))
