"""What an option comes to, in few words."""

from __future__ import annotations

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.report.words.status_words import STATUS_WORDS

__all__ = ["fullness_words", "help_line", "status_line", "why_line"]


def fullness_words(outcome: Outcome, comparison: Comparison) -> str:
    """Return the place of an option in the order of fullness: ``1``, ``2=``; options that are not ranked have none."""
    if not outcome.fullness:
        return "not ranked"
    ranks = [other.fullness for other in comparison.outcomes if other.fullness]
    place = 1 + sum(rank > outcome.fullness for rank in ranks)
    return f"{place}=" if ranks.count(outcome.fullness) > 1 else str(place)


def status_line(outcome: Outcome) -> str:
    """Return how sure an outcome is, with the gap of each stage that is not proven, or why there is none."""
    said, timetable = STATUS_WORDS[outcome.status], outcome.timetable
    told = "; ".join(reason.said for reason in outcome.reasons)
    if outcome.interrupted and timetable is None:
        return told or "stopped"
    if timetable is None:
        return f"{said}: {told}" if told else said
    gaps = [f"{stage.name} might be {stage.gap} less" for stage in timetable.stages if not stage.proven]
    return f"{said}: {', '.join(gaps)}" if gaps else said


def why_line(outcome: Outcome) -> str:
    """Return the same as `status_line`, with what clashes in the place of the reasons, where that was found out.

    Of a clash that is not shown to be the smallest the activities alone are known: then the reasons say more.
    """
    clashes = () if outcome.telling is None else outcome.telling.clashes
    if not clashes or (outcome.reasons and not any(clash.smallest for clash in clashes)):
        return status_line(outcome)
    return f"{STATUS_WORDS[outcome.status]}: {'; '.join(clash.said.names for clash in clashes)}"


def help_line(outcome: Outcome) -> str:
    """Return the cheapest thing that would make an option possible, and what it would bring; empty if none is known."""
    if outcome.telling is None or not outcome.telling.cures:
        return ""
    cure = outcome.telling.cures[0]
    return f"{cure.said.names}: {cure.brought}"
