"""A small review in a folder that lives: it is planned, announced, and then things happen to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched.domain.invitations.invitations import Issued
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.files.disk import clock
from ltsched.files.invitations.issuing import Issuing
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.results.timetable_file import read_timetable
from tests.support.small_reviews import REVIEW
from tests.support.three_weeks_later import add_lines, away, taken_out

__all__ = ["BEGUN", "Living", "begun"]

BEGUN = date(2027, 1, 11)
PEOPLE = """id,name,email,role,agency,conversation,essential
l1,Lead Reviewer,l1@reviews.example,lead-reviewer,,,
l2,Other Reviewer,l2@reviews.example,lead-reviewer,,,
t1,Head of Service,t1@council.example,review-team,Council,,
t2,Named Nurse,t2@health.example,review-team,Health,,
t3,Inspector,t3@police.example,review-team,Police,,
c1,Teacher,c1@school.example,case-group,School,1,
c2,Officer,c2@police.example,case-group,Police,2,
c3,Visitor,,case-group,Health,3,
"""
ROOMS = "id,name,capacity\nr1,Large Room,20\nr2,Small Room,6\nr3,Hall,20\n"
NUMBERS = {
    "lead-in-weeks": 1,
    "span-weeks": 10,
    "review-team-meetings": 2,
    "joint-meetings": 2,
    "joint-meeting-notice-working-days": 5,
    "conversation-notice-working-days": 5,
    "analysis-to-joint-working-days": 5,
    "draft-report-working-days": 5,
    "comments-working-days": 5,
}
"""Meetings lie some days apart, so that there is a past, and something to come, for some weeks."""
ORGANISER = '\n[organiser]\nname = "Review office"\nemail = "reviews@partnership.example"\n'


@dataclass
class Living:
    """A review in its folder, on its day."""

    folder: Path
    today: date = BEGUN

    @property
    def evening(self) -> datetime:
        """The moment at which all that happens today is done: after everything that is booked for today."""
        return datetime.combine(self.today, time(21), UTC)

    @contextmanager
    def now(self) -> Iterator[None]:
        """Let the clock stand in the evening of today."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "now", lambda: self.evening)
            yield

    def read(self) -> Review:
        """Return the review as it is today."""
        return ltsched.read_review(self.folder, today=self.today)

    @property
    def timetable(self) -> Timetable:
        """The current timetable."""
        return read_timetable(self.folder / "out" / "timetable.json")

    def to_come(self) -> list[Booking]:
        """Return the bookings after today."""
        return [booking for booking in self.timetable.bookings if booking.day > self.today]

    def invited(self) -> list[Issued]:
        """Return the invitations that stand and are still to come."""
        review = self.read()
        standing = read_ledger(self.folder, review.reference, review.timezone).standing()
        return [line for line in standing if line.told.start > self.evening]

    def replan(self, **wishes: Any) -> Any:
        """Plan again, write nothing."""
        return ltsched.replan(self.read(), time_limit_seconds=3600, **wishes)

    def invite(self, *, dry_run: bool = False) -> Issuing:
        """Issue what is due."""
        return ltsched.invite(self.read(), now=self.evening, dry_run=dry_run)

    def away(self, id: str, after: int, days: int) -> None:
        """Somebody is away for so many days, from so many days after today on."""
        first = self.today + timedelta(after)
        away(self.folder, id, str(first), str(first + timedelta(days - 1)))

    def without(self, file: str, id: str) -> None:
        """Take somebody out of people.csv, or a room out of rooms.csv."""
        taken_out(self.folder / file, id)

    def with_person(self, *, team: bool) -> None:
        """Somebody comes to the review."""
        number = (self.folder / "people.csv").read_text(encoding="utf-8").count("\nn") + 1
        role = "review-team,Charity,," if team else "case-group,Charity,4,"
        add_lines(self.folder / "people.csv", f"n{number},New {number},n{number}@charity.example,{role}")

    def hold(self, after: int, days: int | None, scope: str = "review") -> None:
        """Everything, or one thing, is held up from so many days after today on, for so many days or without an end."""
        first = self.today + timedelta(after)
        until = "" if days is None else f"until = {first + timedelta(days - 1)}\n"
        self._says(f'[[hold]]\nscope = "{scope}"\nfrom = {first}\n{until}reason = "trial"')

    def settle(self, activity: str, state: str, start: object = None, panel: tuple[str, ...] = ()) -> None:
        """Write down what people say of an activity; a later word takes the place of an earlier one."""
        self._forget(activity)
        when = "" if start is None else f"start = {start.isoformat() if isinstance(start, date) else start}\n"
        held_by = f"held-by = {list(panel)}\n".replace("'", '"') if panel else ""
        self._says(f'[[booking]]\nactivity = "{activity}"\nstate = "{state}"\n{when}{held_by}')

    def _says(self, lines: str) -> None:
        add_lines(self.folder / "review.toml", lines)

    def _forget(self, activity: str) -> None:
        file = self.folder / "review.toml"
        head, *tables = file.read_text(encoding="utf-8").split("[[")
        kept = [one for one in tables if not (one.startswith("booking") and f'activity = "{activity}"' in one)]
        file.write_text("[[".join([head, *kept]), encoding="utf-8")

    @contextmanager
    def undone_if_impossible(self) -> Iterator[list[bool]]:
        """Give a list; whoever puts anything into it has the folder put back as it was."""
        kept = self.folder.with_name("kept")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.folder, kept)
        impossible: list[bool] = []
        yield impossible
        if impossible:
            shutil.rmtree(self.folder)
            shutil.copytree(kept, self.folder)


def begun(folder: Path) -> Living:
    """Make a review of eight people in `folder`, planned on the day of commissioning."""
    folder.mkdir(parents=True)
    numbers = "".join(f"{name} = {value}\n" for name, value in NUMBERS.items())
    (folder / "review.toml").write_text(f"{REVIEW}{numbers}{ORGANISER}", encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "rooms.csv").write_text(ROOMS, encoding="utf-8")
    (folder / "busy.csv").write_text("id,start,end,level,note\n", encoding="utf-8")
    living = Living(folder)
    ltsched.write(ltsched.plan(living.read()), folder / "out")
    return living
