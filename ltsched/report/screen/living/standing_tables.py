"""Where a review stands, on one screen: a few lines for each question, and what to do now at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ltsched.domain.standing.calendars import named
from ltsched.domain.standing.standing import (
    OLD_DAYS,
    Action,
    Answers,
    Calendars,
    Course,
    NearDate,
    SincePlan,
    Standing,
)
from ltsched.domain.standing.words import changed_texts, ids_text
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import clock_span, date_text, day_text, harmless, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.words.booking_words import missed_by, what

__all__ = [
    "action_lines",
    "answer_lines",
    "calendar_lines",
    "changed_lines",
    "head_lines",
    "near_table",
    "next_table",
]

MOST_NEXT = 4
MOST_OPEN = 2
MOST_NEAR = 6
MOST_BROKEN = 3


def head_lines(standing: Standing) -> tuple[Text, ...]:
    """Return which review it is on which day, how far it has come, and when its report is due."""
    first = Text(harmless(standing.reference), style="bold")
    first.append(f"  {harmless(standing.option)}, {day_text(standing.today)}", style="not bold")
    course = standing.course
    if course is None:
        return first, Text("There is no timetable yet."), Text(_due(standing))
    return first, Text(_held(course)), *_left_out(course), Text(_report(course, standing))


def _left_out(course: Course) -> tuple[Text, ...]:
    """Return that the timetable is partial, and what it leaves out; nothing where it is not."""
    if not course.left_out:
        return ()
    return (Text(harmless(f"PARTIAL, without {ids_text(course.left_out)}"), style="bold yellow"),)


def _held(course: Course) -> str:
    parts = [f"{len(course.held)} of {plural(course.bookings, 'booking')} held"]
    parts += [f"now: {course.phase}"] if course.phase else []
    if course.waiting:
        parts.append(f"{plural(len(course.waiting), 'waits', 'wait')} for the end of a hold")
    planned = f" (planned on {date_text(course.planned_on)})" if course.planned_on is not None else ""
    return f"{'; '.join(parts)}{planned}"


def _report(course: Course, standing: Standing) -> str:
    if course.report is None:
        return f"The report has no date. {_due(standing)}"
    text = f"Report {day_text(course.report)}"
    if standing.deadline is None or course.days_left is None:
        return f"{text}; no deadline"
    days = plural(abs(course.days_left), "working day")
    if course.days_left == 0:
        return f"{text}: on the day of the deadline" if course.report == standing.deadline else f"{text}: in time"
    when = "before" if course.days_left > 0 else "after"
    return f"{text}, {days} {when} the deadline of {day_text(standing.deadline)}"


def _due(standing: Standing) -> str:
    return "No deadline." if standing.deadline is None else f"The deadline is {day_text(standing.deadline)}."


def next_table(to_come: Sequence[Booking]) -> Table:
    """Return the next bookings, a row each, with who is missing."""
    rooms = any(booking.room for booking in to_come[:MOST_NEXT])
    table = plain_table("", "", "", *([""] if rooms else []), "")
    for booking in to_come[:MOST_NEXT]:
        missing = ", ".join(missed_by(booking, id, harmless(id)) for id in booking.missing)
        table.add_row(
            Text(day_text(booking.day), no_wrap=True),
            Text(clock_span(booking.start, booking.end), no_wrap=True),
            cell(harmless(what(booking))),
            *([cell(harmless(booking.room or "–"))] if rooms else []),
            cell(f"not {missing}" if missing else "", "yellow"),
        )
    return table


def answer_lines(answers: Answers) -> Iterator[Text]:
    """Yield how many have answered what, who has not, soonest first, and who declines or proposes another time."""
    counts = f"{answers.yes} yes, {answers.no} no, {answers.maybe} maybe, {answers.none} open"
    yield Text(f"{plural(answers.invitations, 'invitation')}: {counts}")
    for each in answers.unanswered[:MOST_OPEN]:
        yield Text(
            harmless(f"open: {_activity_on(each.activity, day_text(each.start.date()))}: {ids_text(each.people)}")
        )
    more = len(answers.unanswered) - MOST_OPEN
    if more > 0:
        yield Text(f"open: {plural(more, 'later booking')}")
    declined = [f"{id} {_activity_on(activity, day_text(start.date()))}" for id, activity, start in answers.declined]
    yield from _limited("declined", declined, "yellow")
    proposed = [
        f"{id} {activity}, {day_text(start.date())} {clock_span(start, end)}"
        for id, activity, start, end in answers.proposed
    ]
    yield from _limited("proposed instead", proposed, "yellow")


def _activity_on(activity: str, day: str) -> str:
    return f"{activity} ({day})"


def _limited(word: str, texts: Sequence[str], style: str = "") -> Iterator[Text]:
    for text in texts[:MOST_BROKEN]:
        yield Text(harmless(f"{word}: {text}"), style=style)
    if len(texts) > MOST_BROKEN:
        yield Text(f"{word}: {len(texts) - MOST_BROKEN} more", style=style)


def near_table(near: Sequence[NearDate]) -> Table:
    """Return the days that are near, a row each, and what is about them."""
    table = plain_table("", "")
    for each in near[:MOST_NEAR]:
        about = f": {ids_text(each.activities)}" if each.activities else ""
        table.add_row(Text(day_text(each.day), no_wrap=True), cell(harmless(f"{each.text}{about}")))
    if len(near) > MOST_NEAR:
        table.add_row(Text(""), cell(f"{len(near) - MOST_NEAR} more"))
    return table


def calendar_lines(calendars: Calendars) -> Iterator[Text]:
    """Yield which calendars are old, and who has none; nothing where all are there and new."""
    old = calendars.old_by_days
    if old:
        days = plural(old[0].days, "day")
        yield Text(harmless(f"older than {OLD_DAYS} days: {named(calendars, old)}; the oldest is {days} old"))
    before = [each for each in calendars.old if each.before_invitations and each not in old]
    if before:
        yield Text(harmless(f"older than the last invitations: {named(calendars, before)}"))
    if calendars.none:
        yield Text(harmless(f"none: {ids_text(calendars.none)}"))


def changed_lines(changed: SincePlan) -> Iterator[Text]:
    """Yield what is otherwise than when the timetable was planned; nothing where nothing is."""
    yield from (Text(harmless(text)) for text in changed_texts(changed))
    yield from _limited("broken", changed.broken, "yellow")
    yield from _limited("could come", changed.could_come)
    if changed.renewed:
        yield Text(harmless(f"newer calendars: {ids_text(changed.renewed)}"))


def action_lines(actions: Sequence[Action]) -> Iterator[tuple[RenderableType, str]]:
    """Yield each thing to do, numbered, with the command for it (empty if there is none)."""
    if not actions:
        yield Text("Nothing: everybody is told and has answered, and all of it fits."), ""
    for number, action in enumerate(actions, 1):
        row = Table.grid(padding=(0, 1, 0, 0))
        row.add_row(Text(f"{number}.", no_wrap=True), cell(harmless(f"{action.text[:1].upper()}{action.text[1:]}")))
        yield row, action.command
