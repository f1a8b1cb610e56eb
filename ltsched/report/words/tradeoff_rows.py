"""The points of a frontier in words, for the rows of tables: what they cost, what they gain, and who it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ltsched.domain.living.tradeoffs import Frontier, FrontierPoint, absences_beyond
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.tradeoff_words import amount, earlier, lines_of_stages
from ltsched.domain.words.wording import day_text, one_line, plural
from ltsched.report.words.booking_words import what

__all__ = ["PointWords", "point_words"]

NONE = "–"


@dataclass(frozen=True, slots=True)
class PointWords:
    """A point in words; `choose` is what ``plan --choose`` takes, `lines` those of review.toml.

    `who` says by meeting who is missing at the first point, and for the others what is different there; `asked` who
    comes in time that is only if-needed; `doubt` what is not proven, empty where all is.
    """

    cost: str
    value: int
    report: str
    late_days: int
    earlier: str
    choose: str
    lines: tuple[str, ...]
    who: tuple[str, ...]
    asked: tuple[str, ...]
    doubt: str


def point_words(frontier: Frontier) -> tuple[PointWords, ...]:
    """Return the points of `frontier` in words, in their order."""
    return tuple(_words(frontier, number, point) for number, point in enumerate(frontier.points))


def _words(frontier: Frontier, number: int, point: FrontierPoint) -> PointWords:
    return PointWords(
        cost=amount(point.traded, point.value),
        value=point.value,
        report=NONE if point.final_report is None else day_text(point.final_report),
        late_days=point.late_days,
        earlier=earlier(frontier, number),
        choose=point.stages.chosen,
        lines=lines_of_stages(point.stages),
        who=tuple(_who(point, frontier.points[0] if number else None)),
        asked=tuple(_by_activity(point.asked, point.timetable)),
        doubt=_doubt(point),
    )


def _who(point: FrontierPoint, first: FrontierPoint | None) -> Iterator[str]:
    """Yield who is missing at what; against `first`, who is besides, and who is no longer."""
    if first is None:
        yield from _by_activity(absences_beyond(point.timetable, None), point.timetable)
        return
    yield from (
        f"also {said}" for said in _by_activity(absences_beyond(point.timetable, first.timetable), point.timetable)
    )
    back = absences_beyond(first.timetable, point.timetable)
    yield from (f"but not {said}" for said in _by_activity(back, point.timetable))


def _by_activity(pairs: Iterable[tuple[str, str]], timetable: Timetable) -> Iterator[str]:
    people: dict[str, list[str]] = {}
    for person, activity in pairs:
        people.setdefault(activity, []).append(one_line(person))
    for activity, ids in people.items():
        booking = timetable.booking(activity)
        yield f"{', '.join(ids)} at {what(booking)} ({booking.day.day} {booking.day:%b})"


def _doubt(point: FrontierPoint) -> str:
    """Return what is not proven of the point."""
    said = []
    if point.value > point.bound:
        said.append(f"perhaps {point.bound} would do")
    if point.finish > point.finish_bound:
        said.append(f"the report may come up to {plural(point.finish - point.finish_bound, 'working day')} earlier")
    return "; ".join(said)
