"""A Speed+ review of an adult's case: everything in one week of September, for which many kept two weeks clear."""

from __future__ import annotations

from datetime import date

from generator.cast import Member, Venue
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["SPEED_PLUS"]

COMMISSIONED = date(2027, 5, 17)

REVIEW = """
# A Speed+ review of an adult's case: one week of September, after a long lead-in.
reference    = "LT-2027-06"
option       = "speed-plus"
kind         = "safeguarding-adults-review"
commissioned = 2027-05-17
today        = 2027-05-17          # made up: the scenario is the same in any year, and nobody is invited
deadline     = 2027-12-17
timezone     = "Europe/London"
region       = "GB-ENG"

[organiser]
name  = "Review office"
email = "reviews@partnership.example"

[family]
approach = "declined"

# Whole days that calendars show as free are notes here, such as "Held for review", and no leave.
[calendars]
all-day-free = "free"
"""

ASC, POLICE, HOSPITAL, MENTAL = "Adult Social Care", "Police", "Hospital Trust", "Mental Health Trust"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", "", "lead", notes="independent", export=Export.WEB),
    Member("t1", "review-team", ASC, "manager", essential=True, notes="principal social worker"),
    Member("t2", "review-team", POLICE, "manager", notes="detective inspector", export=Export.WEB),
    Member("t3", "review-team", HOSPITAL, "manager", notes="head of safeguarding"),
    Member("t4", "review-team", "Integrated Care Board", "manager", notes="designated professional"),
    Member("t5", "review-team", "Housing", "manager", export=Export.WEB),
    Member("p01", "case-group", ASC, "social-worker", rank=1, manager="p02", notes="allocated social worker"),
    Member("p02", "case-group", ASC, "first-line-manager", rank=2, manager="t1", notes="team manager"),
    Member("p03", "case-group", ASC, "officer", manager="p02", notes="occupational therapist"),
    Member("p04", "case-group", POLICE, "shift-officer", rank=6, export=Export.FLOATING),
    Member("p05", "case-group", HOSPITAL, "ward-nurse", rank=5, manager="t3", export=Export.FLOATING),
    Member("p06", "case-group", HOSPITAL, "officer", rank=8, manager="t3", notes="discharge coordinator"),
    Member("p07", "case-group", "Community Health Trust", "community-nurse", rank=3, notes="district nurse"),
    Member("p08", "case-group", "GP Practice", "doctor", rank=4, export=Export.WEB),
    Member("p09", "case-group", MENTAL, "community-nurse", "Mon-Thu 09:00-17:00", notes="community nurse"),
    Member("p10", "case-group", "Housing", "officer", rank=7, manager="t5", export=Export.WEB),
    Member("p11", "case-group", "Care Provider", "first-line-manager", notes="registered manager"),
    Member("p12", "case-group", "Care Provider", "ward-nurse", manager="p11", notes="senior carer"),
    Member("a1", "administrator", "Partnership Office", "office"),
)

VENUES = (
    Venue("r1", "Civic Centre, Conference Room", 30, shared=True),
    Venue("r2", "Partnership Office, Large Room", 22),
    Venue("r3", "Partnership Office, Meeting Room", 10),
    Venue("r4", "Town Hall, Interview Room", 4),
    Venue("r5", "Health Centre, Interview Room", 4),
)

SPEED_PLUS = Scenario(
    "speed-plus",
    2,
    COMMISSIONED,
    Season(
        COMMISSIONED,
        date(2027, 12, 20),
        load=(1.2, 1.2, 0.9, 0.6, 0.8),
        cleared=((date(2027, 9, 20), date(2027, 9, 24)), (date(2027, 9, 27), date(2027, 10, 1))),
        cleared_share=0.35,
        cleared_leak=0.8,
        leave_months=(6, 7, 8, 8, 8, 10),
    ),
    REVIEW,
    MEMBERS,
    VENUES,
)
