"""The chart of what an earlier report costs."""

from __future__ import annotations

from dataclasses import replace

from ltsched.report.charts.drawing import as_svg
from ltsched.report.charts.tradeoffs_chart import tradeoffs_chart
from tests.report.charts.test_comparison_chart import drawn
from tests.support.traded import tradeoffs


def test_each_point_is_drawn_and_written() -> None:
    """What it costs, its day, what it gains, how late it is, and where that is not proven."""
    names, texts = drawn(as_svg(tradeoffs_chart(tradeoffs())))
    assert {"report-missed-attendance-1", "report-missed-attendance-2", "report-if-needed-2", "deadline"} <= names
    assert {"1 missing", "2 missing", "0 if needed", "3 if needed", "Deadline Wed 7 Apr 2027"} <= set(texts)
    assert any("3 working days late" in text for text in texts)
    assert "Thu 1 Apr 2027: 11 days, 7 working earlier" in texts
    assert [text for text in texts if "(not proven)" in text] == [
        "Mon 29 Mar 2027: 3 days, 3 working earlier (not proven)"
    ]


def test_a_point_without_a_report_is_not_drawn() -> None:
    found = tradeoffs(deadline=None)
    missed = found.frontiers[0]
    first = replace(missed.points[0], timetable=replace(missed.points[0].timetable, milestones=()))
    found = replace(found, frontiers=(replace(missed, points=(first,)),))
    names, texts = drawn(as_svg(tradeoffs_chart(found, "dark")))
    assert not [name for name in names if name.startswith("report-") or name == "deadline"]
    assert any(text.startswith("no final report") for text in texts)


def test_it_is_the_same_every_time() -> None:
    one, other = (as_svg(tradeoffs_chart(tradeoffs())) for _ in range(2))
    assert one == other
