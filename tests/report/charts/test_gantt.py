"""The Gantt charts: every booking, attendance and milestone is drawn, once, and the same every time."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from dataclasses import replace
from typing import Literal
from xml.etree import ElementTree

import pytest

from ltsched.report.charts.drawing import as_png, as_svg
from ltsched.report.charts.gantt import gantt
from ltsched.report.charts.palette import ThemeName, theme_of
from tests.report.page.samples import HOSTILE, hostile, scenario, small
from tests.support import agendas

SVG = "{http://www.w3.org/2000/svg}"


def ids(svg: str, start: str) -> list[str]:
    found = [element.get("id", "") for element in ElementTree.fromstring(svg).iter()]
    return [id for id in found if id.startswith(start)]


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_by_phase_there_is_a_bar_for_each_booking() -> None:
    """So it is for every scenario, as the tests of the page show."""
    timetable, review = scenario("full")
    svg = as_svg(gantt(timetable, review, by="phase"))
    wanted = [f"booking-{number}" for number in range(1, len(timetable.bookings) + 1)]
    assert sorted(ids(svg, "booking-")) == sorted(wanted)
    assert sorted(ids(svg, "milestone-")) == sorted(f"milestone-{each.id}" for each in timetable.milestones)
    assert ids(svg, "deadline") == (["deadline"] if review.deadline else [])


def test_by_person_there_is_a_bar_for_each_attendance() -> None:
    """So it is for every scenario, as the tests of the page show."""
    timetable, review = scenario("focused")
    svg = as_svg(gantt(timetable, review, by="person"))
    booked = list(enumerate(timetable.bookings, 1))
    assert sorted(ids(svg, "booking-")) == sorted(f"booking-{n}-{id}" for n, each in booked for id in each.attendees)
    assert sorted(ids(svg, "missing-")) == sorted(f"missing-{n}-{id}" for n, each in booked for id in each.missing)


@pytest.mark.parametrize("by", ["phase", "person"])
def test_it_is_the_same_every_time(by: Literal["phase", "person"]) -> None:
    one, other = (gantt(*small(agendas.day(50)), by=by) for _ in range(2))
    assert as_svg(one) == as_svg(other) == as_svg(one)
    assert as_png(one, 80) == as_png(other, 80) == as_png(one, 80)
    assert not re.search(r"<dc:date>|Matplotlib", as_svg(one))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_uses_its_own_colours_alone(theme: ThemeName) -> None:
    svg = as_svg(gantt(*small(agendas.day(50)), by="person", theme=theme))
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= {colour for _, colour in theme_of(theme).colours()}


def test_a_name_is_a_name() -> None:
    """No markup, no formula, nothing invisible; a sign that the font lacks is no reason to fail."""
    svg = as_svg(gantt(*hostile(), by="person"))
    assert "<script" not in svg
    assert not {"\x1b", "\u202e"} & set(svg)
    assert any(text.startswith("</style></title><script>") for text in texts(svg))
    for name in ("$x^2$ costs", "😀 Smile", "שלום", "\ud800", "", "&amp;<b>"):
        drawn = gantt(*hostile(name), by="person")
        assert as_png(drawn, 40)
        assert any(text.startswith(name.replace("\ud800", "\ufffd")) for text in texts(as_svg(drawn)))
    assert HOSTILE[:10] in svg.replace("&lt;", "<").replace("&gt;", ">")


def test_long_names_are_cut() -> None:
    svg = as_svg(gantt(*hostile("Anna Barbara Cecilia Dorothea Emilia Example"), by="person"))
    assert "Anna Barbara Cecilia Do… (t1)" in texts(svg)


def test_milestones_and_the_deadline_are_named_with_their_days() -> None:
    drawn = texts(as_svg(gantt(*small(agendas.day(50)), by="phase")))
    assert "Final report, 16 Apr" in drawn
    assert "Deadline Tue 20 Apr 2027" in drawn


def test_a_chart_of_nothing_and_one_over_years_can_be_drawn() -> None:
    timetable, review = small()
    assert as_svg(gantt(replace(timetable, bookings=(), milestones=()), review, by="phase"))
    for days, named, unnamed in ((400, " Apr", " May"), (800, " Apr 2027", " May"), (1500, " Jan 2028", " Apr 2028")):
        drawn = texts(as_svg(gantt(timetable, replace(review, deadline=agendas.day(days)), by="phase")))
        assert named in drawn
        assert (unnamed in drawn) is (days == 400)


def test_a_png_has_the_dots_that_were_asked_for() -> None:
    figure = gantt(*small(), by="phase")
    small_one, large = (as_png(figure, dots) for dots in (50, 100))
    widths = [int.from_bytes(png[16:20]) for png in (small_one, large)]
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)


def test_nothing_of_matplotlib_is_changed_or_said(caplog: pytest.LogCaptureFixture) -> None:
    import matplotlib

    before = dict(matplotlib.rcParams)
    with caplog.at_level(logging.WARNING):
        as_svg(gantt(*hostile(), by="person"))
    assert dict(matplotlib.rcParams) == before
    assert caplog.records == []


def test_no_window_is_ever_thought_of() -> None:
    code = (
        "import sys\n"
        "import ltsched.report.page.page\n"
        "assert not {'matplotlib', 'jinja2', 'numpy'} & set(sys.modules)\n"
        "from tests.report.page.samples import small\n"
        "ltsched.report.page.page.page(*small())\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=600)
