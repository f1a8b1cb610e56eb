"""The columns of a comparison: what each option would come to, one row an option; the same in .csv and .xlsx."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.option import Kind
from ltsched.domain.timetable import Status
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import one_line
from ltsched.report.words.status_words import status_words
from ltsched.report.workbook.columns import PLAIN, Cell, Column, Style
from ltsched.report.workbook.workbook import AMISS, BOLD, GOOD, UNSURE

__all__ = ["comparison_columns", "title"]

STATUS_LOOKS = {Status.OPTIMAL: GOOD, Status.FEASIBLE: UNSURE, Status.INFEASIBLE: AMISS, Status.UNKNOWN: UNSURE}


def comparison_columns(comparison: Comparison) -> list[Column[Outcome]]:
    """Return the columns; of the kinds of activities only those that some option has."""
    return [
        Column("Option", title, look=lambda outcome: BOLD),
        Column(
            "Status",
            lambda outcome: status_words(outcome.status, outcome.timetable),
            look=lambda outcome: STATUS_LOOKS[outcome.status],
        ),
        Column("Why", lambda outcome: "; ".join(one_line(reason.text) for reason in outcome.reasons), most=40),
        Column("Lead-in weeks", lambda outcome: outcome.lead_in_weeks, Style.WHOLE),
        Column("First meeting", lambda outcome: outcome.first_meeting, Style.DAY),
        Column("Last meeting", lambda outcome: outcome.last_meeting, Style.DAY),
        Column("Final report", lambda outcome: outcome.final_report, Style.DAY, look=lambda outcome: BOLD),
        Column("Deadline", lambda outcome: comparison.deadline, Style.DAY),
        Column("Working days late", lambda outcome: outcome.days_late, Style.WHOLE, look=_late),
        Column("Weeks since commissioning", partial(_measure, "elapsed_weeks"), Style.DECIMAL),
        Column("Staff hours", partial(_measure, "staff_hours"), Style.DECIMAL),
        Column("Places filled", partial(_measure, "attendance_share"), Style.SHARE),
        *_kind_columns(comparison),
        Column("Key staff", lambda outcome: outcome.evidence.key_staff, Style.WHOLE),
        Column("Heard", lambda outcome: outcome.evidence.heard, Style.WHOLE),
        Column("Share heard", lambda outcome: outcome.evidence.heard_share, Style.SHARE),
        Column("Analysis meetings", lambda outcome: outcome.evidence.analysis_meetings, Style.WHOLE),
        Column("Joint meetings and events", lambda outcome: outcome.evidence.joint_meetings, Style.WHOLE),
        Column("Files audited", lambda outcome: outcome.evidence.files_audited, Style.WHOLE),
        Column("Fullness", lambda outcome: outcome.fullness or None, Style.WHOLE),
        Column("Assumed", lambda outcome: "; ".join(map(one_line, outcome.assumed)), most=60),
    ]


def title(outcome: Outcome) -> str:
    """Return the title of an option."""
    return one_line(outcome.title)


def _measure(name: str, outcome: Outcome) -> Cell:
    return outcome.timetable.measures.get(name) if outcome.timetable is not None else None


def _late(outcome: Outcome) -> Mapping[str, Any]:
    return AMISS if outcome.days_late else PLAIN


def _kind_columns(comparison: Comparison) -> list[Column[Outcome]]:
    """Return a column for each kind of activity, in the order in which a review has them."""
    kinds = [kind for kind in KIND_WORDS if any(outcome.planned.get(kind) for outcome in comparison.outcomes)]
    return [
        Column(f"{KIND_WORDS[kind].many.capitalize()} planned", partial(_planned, kind), Style.WHOLE) for kind in kinds
    ]


def _planned(kind: Kind, outcome: Outcome) -> Cell:
    return outcome.planned.get(kind, 0)
