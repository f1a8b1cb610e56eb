"""Trade-offs as the rows of tables on a page."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.living.tradeoffs import Frontier, Tradeoffs
from ltsched.domain.stages.table import MISSED_ATTENDANCE
from ltsched.domain.words.tradeoff_words import frontier_title, held_words, nothing_to_choose
from ltsched.domain.words.wording import plural
from ltsched.report.charts.drawing import as_svg
from ltsched.report.page.inline import inline_svg
from ltsched.report.words.tradeoff_rows import PointWords, point_words

__all__ = ["FrontierPart", "PointRow", "frontier_parts", "tradeoffs_picture"]


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point in words; `people` are those who are missing, or who come only if needed."""

    cost: str
    report: str
    deadline: str
    earlier: str
    people: tuple[str, ...]
    choose: str
    doubt: str


@dataclass(frozen=True, slots=True)
class FrontierPart:
    """A frontier in words; `nothing` says that there is nothing to choose, and is empty where there is."""

    title: str
    held: str
    nothing: str
    people: str
    points: tuple[PointRow, ...]


def frontier_parts(tradeoffs: Tradeoffs) -> tuple[FrontierPart, ...]:
    """Return the frontiers that have points, in words."""
    return tuple(_part(frontier, tradeoffs) for frontier in tradeoffs.frontiers if frontier.points)


def _part(frontier: Frontier, tradeoffs: Tradeoffs) -> FrontierPart:
    missing = frontier.traded == MISSED_ATTENDANCE
    return FrontierPart(
        title=frontier_title(frontier.traded),
        held=held_words(frontier),
        nothing=nothing_to_choose(frontier),
        people="Who is missing" if missing else "Who comes only if needed",
        points=tuple(_row(point, tradeoffs, missing=missing) for point in point_words(frontier)),
    )


def _row(point: PointWords, tradeoffs: Tradeoffs, *, missing: bool) -> PointRow:
    late = f"{plural(point.late_days, 'working day')} late" if point.late_days else "in time"
    return PointRow(
        cost=point.cost,
        report=point.report,
        deadline="–" if tradeoffs.deadline is None else late,
        earlier=point.earlier,
        people=point.who if missing else point.asked,
        choose=f"ltsched plan DIR --choose {point.choose}",
        doubt=f"not proven: {point.doubt}" if point.doubt else "",
    )


def tradeoffs_picture(tradeoffs: Tradeoffs) -> str | None:
    """Return the chart as a part of a page; None where there is nothing to choose."""
    if not tradeoffs.choice:
        return None
    from ltsched.report.charts.tradeoffs_chart import tradeoffs_chart

    return inline_svg(
        as_svg(tradeoffs_chart(tradeoffs, "light")),
        "tradeoffs-",
        title="What an earlier report costs",
        description="For each cost the day of the earliest final report. The tables have the same.",
    )
