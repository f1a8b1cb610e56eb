"""What a comparison says, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ltsched.domain.comparison import Comparison, Evidence, Outcome
from ltsched.domain.review import ReviewKind
from ltsched.domain.words.status_words import STATUS_WORDS
from ltsched.domain.words.wording import listed, plural

__all__ = ["fullness_words", "given_up", "starting_point", "status_line"]

SOURCE = "A fuller review gives its findings a stronger base of evidence."
"""After the founding document, "Choosing the right Learning Together review option for you"."""


def starting_point(comparison: Comparison) -> str:
    """Return from which option to start; empty where the source gives no advice for this kind of review."""
    fullest = comparison.fullest
    if comparison.kind is not ReviewKind.SERIOUS_CASE_REVIEW or fullest is None:
        return ""
    return f"For a serious case review, {fullest.title} is the assumed starting point. {SOURCE}"


def given_up(outcome: Outcome, fullest: Outcome) -> str:
    """Return what the evidence of an option lacks against that of the fullest one; empty where it lacks nothing."""
    return listed(_lacks(outcome.evidence, fullest.evidence))


def _lacks(evidence: Evidence, full: Evidence) -> Iterator[str]:
    if evidence.heard < full.heard:
        heard = f"only {evidence.heard}" if evidence.heard else "none"
        yield f"{heard} of {full.heard} key staff heard individually"
    for have, want, one in (
        (evidence.analysis_meetings, full.analysis_meetings, "analysis meeting"),
        (evidence.joint_meetings, full.joint_meetings, "meeting with the case group"),
    ):
        if have < want:
            many = one.replace("meeting", "meetings", 1)
            yield f"{plural(have, one, many)} instead of {want}" if have else f"no {one}"


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
    told = "; ".join(map(str, outcome.reasons))
    if outcome.interrupted and timetable is None:
        return told or "stopped"
    if timetable is None:
        return f"{said}: {told}" if told else said
    gaps = [f"{stage.name} might be {stage.gap} less" for stage in timetable.stages if not stage.proven]
    return f"{said}: {', '.join(gaps)}" if gaps else said
