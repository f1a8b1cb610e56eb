"""What to do next with a result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import plural
from ltsched.report.page.plans import Absence
from ltsched.report.page.summary import working_days_late
from ltsched.report.page.sureness import Sureness

__all__ = ["Step", "next_steps"]


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do: what, the command for it (may be empty), and the section it is about (may be empty)."""

    text: str
    command: str = ""
    link: str = ""


def next_steps(
    timetable: Timetable, review: Review, absences: tuple[Absence, ...], sure: Sureness, *, verified: bool
) -> tuple[Step, ...]:
    """Return what to do next, in order: what might change the timetable comes before it is sent out.

    Parameters
    ----------
    verified
        Whether the timetable has passed the independent check.
    """
    return tuple(_steps(timetable, review, absences, sure, verified))


def _steps(
    timetable: Timetable, review: Review, absences: tuple[Absence, ...], sure: Sureness, verified: bool
) -> Iterator[Step]:
    plan = "ltsched replan" if timetable.changes or timetable.waiting else "ltsched plan"
    if not verified:
        text = "Send nothing yet: this timetable has not passed the independent check. Plan again"
        yield Step(text, plan, "sure")
    if timetable.waiting:
        text = "Once it is known when the hold ends, give it that end in review.toml, and plan what waits"
        yield Step(text, "ltsched replan", "warnings")
    if timetable.left_out:
        text = "This timetable is partial: make room for what is left out, and plan again; or invite to what there is"
        yield Step(text, plan, "left-out")
    late = working_days_late(timetable, review)
    if late:
        yield Step(
            f"The report is {plural(late, 'working day')} late: agree on another deadline, or see what the other "
            "options would do",
            "ltsched compare",
            "milestones",
        )
    if sure.worth_planning_longer:
        yield Step("The timetable is not proven to be the best: plan longer", f"{plan} --time-limit 600", "sure")
    if absences:
        seats = any(booking.unseated for booking in timetable.bookings)
        yield Step(
            f"Tell {_the(len(absences), 'person', 'people')} who cannot come to everything; or have them free "
            f"time in their diaries{', or find a room with more seats,' if seats else ','} and plan again",
            "",
            "missing",
        )
    if timetable.warnings:
        yield Step(f"Read {_the(len(timetable.warnings), 'warning', 'warnings')}", "", "warnings")
    if verified and timetable.rehearsal:
        text = "This is a rehearsal: take today out of review.toml and plan again before anybody is invited"
        yield Step(text, "ltsched plan", "warnings")
    elif verified and timetable.bookings:
        partial = " --partial" if timetable.left_out else ""
        yield Step("Send the invitations", f"ltsched invite{partial}", "plans")


def _the(count: int, one: str, many: str) -> str:
    return f"the {one}" if count == 1 else f"the {count} {many}"
