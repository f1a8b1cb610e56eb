"""What a trade-off says, in sentences and in the words of review.toml."""

from __future__ import annotations

import json

from ltsched.domain.living.tradeoffs import Frontier, FrontierPoint, Tradeoffs
from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import IF_NEEDED, LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.words.wording import date_text, listed, plural

__all__ = [
    "amount",
    "earlier",
    "frontier_title",
    "held_words",
    "lines_of_stages",
    "nothing_to_choose",
    "point_sentence",
    "unproven_words",
]


def amount(traded: str, value: int) -> str:
    """Return how much of the stage `traded` is given up: ``4 missing``, ``2 if needed``."""
    return f"{value} {'missing' if traded == MISSED_ATTENDANCE else 'if needed'}"


def lines_of_stages(settings: StageSettings) -> tuple[str, ...]:
    """Return the lines of review.toml that come to the point, the heading first."""
    lines = ["[stages]", f"order = {json.dumps(list(settings.order))}"]
    if settings.tolerances:
        given = ", ".join(f"{word} = {value}" for word, value in settings.tolerances.items())
        lines.append(f"tolerance = {{ {given} }}")
    return tuple(lines)


def frontier_title(traded: str) -> str:
    """Return the heading of the frontier of the stage `traded`."""
    what = "people missing" if traded == MISSED_ATTENDANCE else "bookings in time that is only if-needed"
    return f"The final report against {what}"


def held_words(frontier: Frontier) -> str:
    """Return what is held while more is given up, in a sentence; what is not held is free."""
    if not frontier.held:
        return "Held are only the rules, such as quorum and essential people; the report may be late."
    return f"Held: {_held(frontier)}."


def _held(frontier: Frontier) -> str:
    words = []
    for name, value in frontier.held.items():
        if name == LATE_DAYS:
            words.append(f"{plural(value, 'working day')} late" if value else "no late days")
        elif name == MISSED_ATTENDANCE:
            words.append(amount(name, value))
        else:
            words.append(f"{name} {value}")
    return f"{listed(words)}, {'the' if len(words) == 1 else 'each the'} least there can be"


def earlier(frontier: Frontier, number: int) -> str:
    """Return by how much point `number` (from 0) is earlier than the one before: ``15 days, 11 working``."""
    if number == 0:
        return ""
    calendar, working = frontier.gain(number)
    return f"{plural(calendar, 'day')}, {working} working"


def point_sentence(point: FrontierPoint) -> str:
    """Return one point as it is told when it is found: ``4 missing: report on 10 Feb 2028 (proven)``."""
    report = "no final report" if point.final_report is None else f"report on {date_text(point.final_report)}"
    return f"{amount(point.traded, point.value)}: {report} ({'proven' if point.proven else 'not proven'})"


def nothing_to_choose(frontier: Frontier) -> str:
    """Return that there is nothing to choose, and why; empty where there is."""
    if len(frontier.points) != 1 or not frontier.proven:
        return ""
    point = frontier.points[0]
    report = "the report" if point.final_report is None else f"the report of {date_text(point.final_report)}"
    more = "no more people missing" if frontier.traded == MISSED_ATTENDANCE else "no more time that is if-needed"
    end = f"with {amount(point.traded, point.value)}, and {more} would bring it forward"
    if frontier.traded == IF_NEEDED:
        end = f"with {_held(frontier)}, and {more} would bring it forward"
    return f"Nothing to choose: {report} is the earliest {end}."


def unproven_words(tradeoffs: Tradeoffs) -> str:
    """Return what is not known, where somebody stopped the work or the time was up; empty where all is proven."""
    if all(frontier.proven for frontier in tradeoffs.frontiers) and not tradeoffs.interrupted:
        return ""
    said = "Stopped by you: " if tradeoffs.interrupted else "Not all is proven: "
    return f"{said}these are the points so far; there may be better ones, and more with an earlier report."
