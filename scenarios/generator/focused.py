"""A Focused review of an adult's case: one day for everybody, around an inquest."""

from __future__ import annotations

from datetime import date

from generator.cast import Member
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["FOCUSED"]

COMMISSIONED = date(2027, 3, 1)

REVIEW = """
# A Focused review of an adult's case: one day for all involved, no conversations. The venue is found elsewhere.
reference    = "LT-2027-04"
option       = "focused"
kind         = "safeguarding-adults-review"
commissioned = 2027-03-01
today        = 2027-03-01          # made up: the scenario is the same in any year, and nobody is invited
deadline     = 2027-08-27
timezone     = "Europe/London"
region       = "GB-ENG"

[organiser]
name  = "Review office"
email = "reviews@partnership.example"

[family]
approach = "letter"

# Whole days that calendars show as free are notes here, such as "Held for review", and no leave.
[calendars]
all-day-free = "free"

[[hold]]
scope  = "review"
from   = 2027-05-10
until  = 2027-05-14
reason = "inquest"
"""

ASC, POLICE, HOSPITAL, MENTAL = "Adult Social Care", "Police", "Hospital Trust", "Mental Health Trust"
CARE = "Care Provider"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", "", "lead", notes="independent", export=Export.WEB),
    Member("t1", "review-team", ASC, "manager", essential=True, notes="head of safeguarding"),
    Member("t2", "review-team", POLICE, "manager", notes="detective inspector"),
    Member("t3", "review-team", HOSPITAL, "manager", export=Export.WEB),
    Member("t4", "review-team", MENTAL, "manager", essential=True, notes="clinical director"),
    Member("t5", "review-team", "Integrated Care Board", "manager", "Mon-Thu 09:00-17:00"),
    Member("t6", "review-team", "Housing", "manager", export=Export.WEB),
    Member("p01", "case-group", ASC, "social-worker", manager="p02"),
    Member("p02", "case-group", ASC, "first-line-manager", manager="t1"),
    Member("p03", "case-group", ASC, "officer", manager="p02", notes="occupational therapist"),
    Member("p04", "case-group", POLICE, "shift-officer", manager="p05", export=Export.FLOATING),
    Member("p05", "case-group", POLICE, "first-line-manager", manager="t2"),
    Member("p06", "case-group", HOSPITAL, "ward-nurse", manager="p07", export=Export.FLOATING),
    Member("p07", "case-group", HOSPITAL, "first-line-manager", manager="t3", notes="ward manager"),
    Member("p08", "case-group", "Ambulance Trust", "shift-officer", export=Export.FLOATING),
    Member("p09", "case-group", MENTAL, "community-nurse", manager="t4"),
    Member("p10", "case-group", MENTAL, "doctor", manager="t4", export=Export.WEB),
    Member("p11", "case-group", "Community Health Trust", "community-nurse", "Mon-Thu 09:00-17:00"),
    Member("p12", "case-group", "GP Practice", "doctor", export=Export.WEB),
    Member("p13", "case-group", "Housing", "officer", manager="t6"),
    Member("p14", "case-group", CARE, "first-line-manager", notes="registered manager"),
    Member("p15", "case-group", CARE, "ward-nurse", manager="p14", export=Export.FLOATING),
    Member("p16", "case-group", CARE, "officer", manager="p14"),
    Member("p17", "case-group", "Probation", "officer", export=Export.WEB),
    Member("a1", "administrator", "Partnership Office", "office"),
)

FOCUSED = Scenario(
    "focused",
    5,
    COMMISSIONED,
    Season(COMMISSIONED, date(2027, 8, 30), load=(1.2, 0.4, 0.9, 0.9, 1.2), leave_months=(3, 4, 4, 5, 7, 8)),
    REVIEW,
    MEMBERS,
    busy=(("p03", "2027-05-20", "2027-05-21", "if-needed", "on call, can be swapped"),),
)
