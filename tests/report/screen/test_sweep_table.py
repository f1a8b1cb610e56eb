"""A sweep on a screen of 80 columns."""

from __future__ import annotations

import io

import pytest
from rich.console import Console, RenderableType

from ltsched.domain.sweep import Point
from ltsched.domain.timetable import Status
from ltsched.options.template import shipped_options
from ltsched.report.screen.sweep_table import sweep_notes, sweep_table, sweep_title
from tests.support.made_up import HOSTILE
from tests.support.printing import option, printed

TITLES = {"full": "Full", "focused": "Focused"}


def point(label: str = "x=1", name: str = "full", weeks: float | None = 30.04, **more: object) -> Point:
    defaults: dict[str, object] = {"status": Status.OPTIMAL, "elapsed_weeks": weeks}
    return Point(label, name, **{**defaults, **more})  # type: ignore[arg-type]  # any field of a point


def lines(renderable: RenderableType) -> list[str]:
    console = Console(file=io.StringIO(), width=80, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        console.print(renderable)
    return captured.get().splitlines()


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (point(), "30.0"),
        (point(days_late=0), "30.0"),
        (point(days_late=12), "30.0 12 late"),
        (point(status=Status.FEASIBLE), "30.0?"),
        (point(status=Status.FEASIBLE, days_late=3), "30.0? 3 late"),
        (point(weeks=None, status=Status.INFEASIBLE), "impossible"),
        (point(weeks=None, status=Status.UNKNOWN), "not found"),
    ],
)
def test_a_cell(found: Point, shown: str) -> None:
    """Weeks, with a sign where they are not proven and the days late where there are any; otherwise why not."""
    rows = printed(sweep_table([found], {"full": "Full"})).splitlines()[2:]
    assert " ".join(rows) == f"1 {shown}"


def test_the_name_of_a_number_stands_in_the_title() -> None:
    """Days have none, nor has a sweep without points."""
    assert " by x, " in sweep_title([point("x=1"), point("x=2")])
    assert [" by " in sweep_title(points) for points in ([point("2027-01-11")], [])] == [False, False]


def test_a_row_for_each_variation_in_the_order_of_the_points() -> None:
    """Columns are in the order of the titles; what has not been planned is empty."""
    points = [point("b", "focused", 10.0), point("a", "full", 20.0), point("b", "full", 30.0)]
    head, _, *rows = printed(sweep_table(points, TITLES)).splitlines()
    assert head == "Full Focused"
    assert rows == ["b 30.0 10.0", "a 20.0"]


@pytest.mark.parametrize(
    "label",
    [
        "2027-01-11",
        "conversations=12",
        "joint-meeting-minutes=180",
        "conversation-notice-working-days=100",
    ],
)
def test_all_six_options_fit_side_by_side(label: str) -> None:
    """In 80 columns nothing is cut off; titles, labels and weeks stay whole."""
    titles = {name: option(name).title for name in shipped_options()}
    points = [point(label, name, 104.5, status=Status.FEASIBLE, days_late=120) for name in titles]
    shown = lines(sweep_table(points, titles))
    assert max(map(len, shown)) <= 80
    assert "…" not in "".join(shown)
    assert any(line.strip().startswith(label.rpartition("=")[2]) for line in shown)
    assert sum(line.count("104.5?") for line in shown) == 6
    assert shown[0].split() == list(titles.values())


def test_the_shortest_of_each_option() -> None:
    """The first by its label of equals; an option without a timetable has none."""
    points = [
        point("2027-02", "full", 30.0),
        point("2027-01", "full", 30.0),
        point("2027-03", "full", 31.0),
        point("2027-01", "focused", None, status=Status.INFEASIBLE),
    ]
    assert printed(sweep_notes(points, TITLES)).split("\n")[-2] == "– Full: 30.0 weeks with 2027-01"


@pytest.mark.parametrize(("status", "told"), [(Status.OPTIMAL, False), (Status.FEASIBLE, True)])
def test_the_sign_is_told_only_where_it_is_used(status: Status, told: bool) -> None:
    assert ("? is the best found, and not proven." in printed(sweep_notes([point(status=status)], TITLES))) is told


@pytest.mark.parametrize("points", [[], [point(weeks=None, status=Status.INFEASIBLE)]])
def test_nothing_is_noted_where_there_is_nothing_to_say(points: list[Point]) -> None:
    assert printed(sweep_notes(points, TITLES)).strip() == ""


def test_hostile_texts_are_harmless() -> None:
    """A label does nothing on a terminal; reading refuses titles that would."""
    for part in (sweep_table([point(HOSTILE)], TITLES), sweep_notes([point(HOSTILE)], TITLES)):
        assert not {"\x1b", "\x07", "\u202e"} & set(printed(part, 300))
