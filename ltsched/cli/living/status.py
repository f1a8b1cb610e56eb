"""`ltsched status`: where a review stands on a day, and what to do now; no solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.json_values import day_json, span_json
from ltsched.cli.living.next_command import same_review
from ltsched.cli.screen import Screen
from ltsched.domain.over import rehearsal_text
from ltsched.domain.words.wording import harmless, plural

if TYPE_CHECKING:
    from ltsched.domain.standing.standing import Answers, Course, Standing
    from ltsched.domain.timetable import Booking

__all__ = ["status"]


def status(
    folder: flags.FolderArgument,
    option: flags.OptionFlag = None,
    out: flags.PlannedFlag = None,
    today: flags.TodayFlag = None,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Show where a review stands today, and what to do now."""
    import ltsched

    screen = Screen(json=as_json, quiet=quiet)
    target = flags.results_folder(folder, out)
    review = ltsched.read_review(folder, option=option, today=today, results=target)
    standing = ltsched.status(review, results=target)
    if screen.json:
        screen.document(_as_json(standing))
        return ExitCode.DONE
    _show(standing, screen)
    if review.notices:
        warnings = plural(len(review.notices), "warning")
        screen.tell(f"{warnings} about what was read: ltsched check {same_review(folder, option=option)}")
    return ExitCode.DONE


def _show(standing: Standing, screen: Screen) -> None:
    from ltsched.report.screen.layout import heading, section
    from ltsched.report.screen.living.standing_tables import (
        action_lines,
        answer_lines,
        calendar_lines,
        changed_lines,
        head_lines,
        near_table,
        next_table,
    )

    if standing.rehearsal:
        screen.show(f"{rehearsal_text(standing.today)}.")
    screen.show(*head_lines(standing), "")
    course = standing.course
    if course is not None and course.to_come:
        screen.show(section("Next", next_table(course.to_come)))
    parts: dict[str, Sequence[RenderableType]] = {
        "Answers": _listed(answer_lines(standing.answers) if standing.answers.invitations else ()),
        "Near": [near_table(standing.near)] if standing.near else [],
        "Holds": _listed(map(Text, map(harmless, standing.holds))),
        "Calendars": _listed(calendar_lines(standing.calendars)),
        "Since it was planned": _listed(changed_lines(standing.since_plan)),
    }
    for title, lines in parts.items():
        if lines:
            screen.show(section(title, *lines))
    screen.show(heading("What to do now"))
    for text, command in action_lines(standing.actions):
        screen.show(Padding(text, (0, 0, 0, 1), expand=False))
        if command:
            screen.show_line(f"    {command}")


def _listed(lines: Iterable[Text]) -> list[RenderableType]:
    """Return the lines as one list with dashes; nothing where there are none."""
    table = Table.grid(padding=(0, 1, 0, 0))
    for line in lines:
        table.add_row("–", line)
    return [table] if table.row_count else []


def _as_json(standing: Standing) -> dict[str, Any]:
    course = standing.course
    return {
        "status": "no timetable" if course is None else "under way" if course.held else "to begin",
        "reference": standing.reference,
        "option": standing.option,
        "today": standing.today.isoformat(),
        "rehearsal": standing.rehearsal,
        "deadline": day_json(standing.deadline),
        "course": None if course is None else _course_json(course),
        "answers": _answers_json(standing.answers),
        "near": [
            {"day": each.day.isoformat(), "text": each.text, "activities": list(each.activities)}
            for each in standing.near
        ],
        "holds": list(standing.holds),
        "calendars": {
            "known": standing.calendars.known,
            "old": [{**asdict(each), "written": each.written.isoformat()} for each in standing.calendars.old],
            "none": list(standing.calendars.none),
        },
        "since_plan": {name: list(value) for name, value in asdict(standing.since_plan).items()},
        "messages_due": standing.messages,
        "actions": [{"text": each.text, "command": each.command} for each in standing.actions],
    }


def _course_json(course: Course) -> dict[str, Any]:
    return {
        "planned_on": day_json(course.planned_on),
        "phase": course.phase,
        "held": [one.activity for one in course.held],
        "to_come": [_booking_json(one) for one in course.to_come],
        "waiting": list(course.waiting),
        **({"left_out": list(course.left_out)} if course.left_out else {}),
        "milestones": [{"id": each.id, "date": each.date.isoformat()} for each in course.milestones],
        "final_report": day_json(course.report),
        "working_days_before_deadline": course.days_left,
    }


def _booking_json(booking: Booking) -> dict[str, Any]:
    return {
        "activity": booking.activity,
        **span_json(booking.start, booking.end),
        "room": booking.room,
        "attendees": list(booking.attendees),
        "missing": list(booking.missing),
    }


def _answers_json(answers: Answers) -> dict[str, Any]:
    return {
        "yes": answers.yes,
        "no": answers.no,
        "maybe": answers.maybe,
        "open": answers.none,
        "unanswered": [
            {"activity": each.activity, "start": _minute(each.start), "people": list(each.people)}
            for each in answers.unanswered
        ],
        "declined": [
            {"person": person, "activity": activity, "start": _minute(start)}
            for person, activity, start in answers.declined
        ],
        "proposed": [
            {"person": person, "activity": activity, **span_json(start, end)}
            for person, activity, start, end in answers.proposed
        ],
    }


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
