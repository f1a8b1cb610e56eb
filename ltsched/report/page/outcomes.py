"""A comparison as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.words.comparison_words import given_up
from ltsched.domain.words.wording import day_text, one_line, plural
from ltsched.report.words.outcome_words import fullness_words, help_line
from ltsched.report.words.status_words import status_words

__all__ = ["Compared", "compared"]

NONE = "–"


@dataclass(frozen=True, slots=True)
class Compared:
    """An option in words.

    `notes` say why there is no timetable, what is given up against the fullest option, and what was assumed.
    """

    title: str
    fullness: str
    final_report: str
    deadline: str
    heard: str
    meetings: str
    missed: str
    hours: str
    sure: str
    notes: tuple[str, ...]


def compared(comparison: Comparison) -> tuple[Compared, ...]:
    """Return the options in words, in the order of the comparison."""
    return tuple(_compared(outcome, comparison) for outcome in comparison.outcomes)


def _compared(outcome: Outcome, comparison: Comparison) -> Compared:
    timetable, evidence = outcome.timetable, outcome.evidence
    title, fullness = one_line(outcome.title), fullness_words(outcome, comparison)
    sure = status_words(outcome.status, timetable)
    notes = tuple(map(one_line, _notes(outcome, comparison)))
    if timetable is None:
        return Compared(title, fullness, NONE, NONE, NONE, NONE, NONE, NONE, sure, notes)
    meetings = [f"{evidence.analysis_meetings} review-team", f"{evidence.joint_meetings} joint or event"]
    if evidence.files_audited:
        meetings.append(plural(evidence.files_audited, "audit"))
    hours = timetable.measures.get("staff_hours")
    return Compared(
        title=title,
        fullness=fullness,
        final_report=NONE if outcome.final_report is None else day_text(outcome.final_report),
        deadline=_deadline(outcome, comparison),
        heard=f"{evidence.heard} of {evidence.key_staff}",
        meetings=", ".join(meetings),
        missed=str(sum(len(booking.missing) for booking in timetable.bookings)),
        hours=NONE if hours is None else f"{hours:g}",
        sure=sure,
        notes=notes,
    )


def _deadline(outcome: Outcome, comparison: Comparison) -> str:
    if comparison.deadline is None or outcome.days_late is None:
        return NONE
    return f"{plural(outcome.days_late, 'working day')} late" if outcome.days_late else "in time"


def _notes(outcome: Outcome, comparison: Comparison) -> Iterator[str]:
    yield from map(str, outcome.reasons)
    if told := help_line(outcome):
        yield f"It would fit {told}."
    fullest = comparison.fullest
    lacking = given_up(outcome, fullest) if fullest is not None and outcome.timetable is not None else ""
    if fullest is not None and lacking:
        yield f"Against {fullest.title}: {lacking}."
    yield from (f"Assumed: {text}" for text in outcome.assumed)
