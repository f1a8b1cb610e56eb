"""What a manager wants to know in a minute: when it ends, who is missing, how many meetings, how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import day_text, listed, listed_first, plural
from ltsched.domain.working_days import WorkingDays
from ltsched.report.page.plans import Missed, Plan
from ltsched.report.screen.people_list import on_day

__all__ = [
    "GOOD",
    "PLAIN",
    "WARN",
    "Card",
    "end_card",
    "meetings_card",
    "missing_card",
    "working_days_late",
]

GOOD, WARN, PLAIN = "good", "warn", "plain"
MOST_MEETINGS = 4
MOST_NAMES = 3
MOST_WAITING = 6


@dataclass(frozen=True, slots=True)
class Card:
    """An answer: the question, the answer in a few words, and what there is to add.

    `tone` is `GOOD`, `WARN` or `PLAIN`; the words say it too. `link` is the section that has the rest.
    """

    question: str
    answer: str
    lines: tuple[str, ...]
    tone: str
    link: str


def working_days_late(timetable: Timetable, review: Review) -> int:
    """Return the working days after the deadline up to the final report, its own day counted; 0 without a deadline."""
    final = timetable.final_report
    if final is None or review.deadline is None:
        return 0
    return WorkingDays(review.holidays).after(review.deadline, final)


def end_card(timetable: Timetable, review: Review) -> Card:
    """Return when it ends, against the deadline."""
    final, late = timetable.final_report, working_days_late(timetable, review)
    lines = [_against_deadline(final, late, review)]
    if timetable.waiting:
        lines.append(f"Until a hold ends that has no end yet, {_waiting(timetable.waiting)}.")
    if timetable.bookings:
        so_far = " that has a date" if timetable.waiting else ""
        lines.append(f"The last meeting{so_far} is on {day_text(timetable.bookings[-1].day)}.")
    beyond = int(timetable.measures.get("days_beyond_span", 0))
    if beyond:
        lines.append(f"It lies {plural(beyond, 'working day')} beyond the span that the option has.")
    if final is not None:
        answer = f"Final report {_unbroken(day_text(final))}"
    else:
        answer = "The report waits" if timetable.waiting else "No final report among the milestones"
    tone = WARN if late or beyond or final is None else GOOD
    return Card("When does it end?", answer, tuple(line for line in lines if line), tone, "milestones")


def _waiting(ids: Sequence[str]) -> str:
    """Return ``3 bookings wait: a, b and c``."""
    return f"{plural(len(ids), 'booking waits', 'bookings wait')}: {listed_first(ids, MOST_WAITING)}"


def _unbroken(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _against_deadline(final: date | None, late: int, review: Review) -> str:
    if review.deadline is None:
        return "The review has no deadline."
    due = day_text(review.deadline)
    if final is None:
        return f"The deadline is {due}."
    if late:
        return f"Late: {plural(late, 'working day')} after the deadline, {due}."
    if final > review.deadline:
        return f"After the deadline, {due}, with no working day between."
    if final == review.deadline:
        return f"On the deadline, {due}."
    spare = WorkingDays(review.holidays).after(final, review.deadline)
    if not spare:
        return f"In time, with no working day left before the deadline, {due}."
    return f"In time: {plural(spare, 'working day')} before the deadline, {due}."


def missing_card(plans: Sequence[Plan], meetings: Sequence[Missed]) -> Card:
    """Return who is missing from what, the meetings that most people miss first."""
    question = "Who is missing?"
    missing = sum(bool(plan.missed) for plan in plans)
    if not missing:
        return Card(question, "Nobody", ("Everybody can come to everything they are expected at.",), GOOD, "missing")
    worst = sorted(meetings, key=lambda missed: -len(missed.who))
    lines = [_missed_line(missed) for missed in worst[:MOST_MEETINGS]]
    if len(worst) > MOST_MEETINGS:
        lines.append(f"And {plural(len(worst) - MOST_MEETINGS, 'more meeting', 'more meetings')}.")
    answer = f"{missing} of {plural(len(plans), 'person', 'people')} cannot come to everything"
    return Card(question, answer, tuple(lines), WARN, "missing")


def _missed_line(missed: Missed) -> str:
    entry = missed.entry
    counted = f"{len(missed.who)} of {entry.invited}"
    return f"{on_day(entry.what, entry.booking.day)}, {counted}: {listed_first(missed.who, MOST_NAMES + 1)}."


def meetings_card(timetable: Timetable) -> Card:
    """Return how many bookings there are, of which kinds, and what they cost."""
    counts = Counter(booking.kind for booking in timetable.bookings)
    kinds = [plural(counts[kind], words.one, words.many) for kind, words in KIND_WORDS.items() if counts[kind]]
    lines = [f"{listed(kinds)}."] if kinds else []
    measures = timetable.measures
    if "staff_hours" in measures:
        lines.append(f"{measures['staff_hours']:g} staff hours in all.")
    if "attendance_share" in measures:
        lines.append(f"{measures['attendance_share']:.0%} of those invited can come.")
    return Card("How many meetings?", plural(len(timetable.bookings), "booking"), tuple(lines), PLAIN, "phases")
