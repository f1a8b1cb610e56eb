"""Milestones: the dates that follow from the last meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ltsched.domain.option import MilestoneTemplate
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.timetable import FINAL_REPORT, Milestone
from ltsched.domain.working_days import WorkingDays

__all__ = ["PUBLICATION", "ReportDates", "final_report_of"]

PUBLICATION = "publication"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportDates:
    """How the milestones follow from the last meeting.

    Each is a number of working days after the one before; a working day on which no lead reviewer has any free
    working time (`leave`) does not count. Publication comes with the last of them, or on the first working day after
    a hold on publication.

    Parameters
    ----------
    templates
        In order; each names the one it follows, or nothing for the last meeting.
    working_days
        The working days of the region.
    leave
        Working days on which no lead reviewer has any free time.
    holds
        All holds of the review; only those on publication are used.
    """

    templates: tuple[MilestoneTemplate, ...]
    working_days: WorkingDays
    leave: frozenset[date]
    holds: tuple[Hold, ...]
    _counted: WorkingDays = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_counted", WorkingDays(self.working_days.holidays | self.leave))

    def add(self, day: date, count: int) -> date:
        """Return the day `count` working days after `day`, without the lead reviewers' leave."""
        return day if count == 0 else self._counted.add(day, count)

    def milestones(self, last_meeting: date) -> tuple[Milestone, ...]:
        """Return the milestones if the last meeting lies on `last_meeting`.

        An open-ended hold on publication gives no milestone of publication.
        """
        dates: dict[str, date] = {"": last_meeting}
        found: list[Milestone] = []
        for template in self.templates:
            day = self.add(dates[template.after], template.working_days)
            dates[template.id] = day
            found.append(Milestone(template.id, template.title, day))
        published = self._publication(max([last_meeting, *(milestone.date for milestone in found)]))
        if published is not None:
            found.append(Milestone(PUBLICATION, "Publication", published))
        return tuple(found)

    def _publication(self, day: date) -> date | None:
        holds = [hold for hold in self.holds if hold.scope is HoldScope.PUBLICATION]
        moved = True
        while moved:
            moved = False
            for hold in holds:
                if hold.holds(day):
                    if hold.last is None:
                        return None
                    day, moved = self.working_days.on_or_after(hold.last + ONE_DAY), True
        return day

    def final_report(self, last_meeting: date) -> date:
        """Return the day of the final report if the last meeting lies on `last_meeting`."""
        return final_report_of(self.milestones(last_meeting), last_meeting)


def final_report_of(milestones: Sequence[Milestone], last_meeting: date) -> date:
    """Return the day of the final report: the milestone of that id, or else the last one before publication.

    Without any milestone it is the day of the last meeting.
    """
    for milestone in milestones:
        if milestone.id == FINAL_REPORT:
            return milestone.date
    written = [milestone.date for milestone in milestones if milestone.id != PUBLICATION]
    return written[-1] if written else last_meeting
