"""What was wished for on the command line of `ltsched replan`, and is written down nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ltsched.domain.review import Review
from ltsched.domain.stages.table import LATE_DAYS

if TYPE_CHECKING:
    from ltsched.solve.replanning.replanned import Replanned

__all__ = ["in_this_plan_alone"]


def in_this_plan_alone(replanned: Replanned, review: Review, replacements: Mapping[str, str]) -> list[str]:
    """Return a warning of each wish that the next plan would not keep, as nobody has written it down.

    `replacements` are who takes whose place, by the id of the one who is gone.
    """
    agenda = replanned.result.agenda
    wished = [one.activity for one in agenda.review.settled if one not in review.settled]
    agreed = {one.activity for one in review.settled}
    broken = {notice.id for notice in agenda.notices}
    moved = {change.activity for change in replanned.moved} if _is_later(replanned) else set()
    gone = [
        f"{new} takes the place of {old} in this plan: take {old} out of people.csv, calendars and review.toml, or the "
        "next plan has them again"
        for old, new in replacements.items()
        if any(person.id == old for person in review.people)
    ]
    return gone + [
        f"{id} lies there in this plan alone: put it under [[booking]] in review.toml, or the next plan moves it"
        for id in wished
        if id in broken or id in agreed or id in moved
    ]


def _is_later(replanned: Replanned) -> bool:
    """Return whether the report is later than before, counted from the deadline: the next plan would mend that."""
    # The timetable before may be of a version, or an order of stages, that did not count them.
    late = {stage.name: stage.value for stage in replanned.current.stages}.get(LATE_DAYS, 0)
    timetable = replanned.result.timetable
    return timetable is not None and timetable.stage_value(LATE_DAYS) > late
