"""A Full review of an adult's case that cannot be planned as it stands, for two reasons that nobody sees at once."""

from __future__ import annotations

from datetime import date

from generator.cast import Member, Venue
from generator.entries import ShowsAs
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["IMPOSSIBLE"]

COMMISSIONED = date(2027, 8, 16)

REVIEW = """
# A Full review of an adult's case. As it stands there is no timetable for it, for two reasons: `ltsched explain` tells.
reference    = "LT-2027-11"
option       = "full"
kind         = "safeguarding-adults-review"
commissioned = 2027-08-16
today        = 2027-08-16          # made up: the scenario is the same in any year, and nobody is invited
deadline     = 2028-05-31
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

# The same two people are to hear everybody: the lead reviewers hold all conversations themselves.
[[activity]]
id    = "conversation"
panel = { pool = ["lead-reviewer"], size = "reviewers-per-conversation", least-leads = 1, independent = true }
"""

ASC, POLICE, HOSPITAL, MENTAL = "Adult Social Care", "Police", "Hospital Trust", "Mental Health Trust"
COMMUNITY, HOUSING, CARE = "Community Health Trust", "Housing", "Care Provider"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", COMMUNITY, "lead", notes="lent by the trust", export=Export.WEB),
    Member(
        "t1",
        "review-team",
        ASC,
        "manager",
        essential=True,
        notes="head of safeguarding adults",
        away=(
            ("Annual leave", (date(2028, 2, 14), date(2028, 2, 25)), ShowsAs.AWAY),
            ("Employment tribunal", (date(2028, 3, 6), date(2028, 3, 10)), ShowsAs.BUSY),
        ),
    ),
    Member("t2", "review-team", POLICE, "manager", notes="detective superintendent"),
    Member("t3", "review-team", HOSPITAL, "manager", notes="head of nursing", export=Export.WEB),
    Member(
        "t4",
        "review-team",
        MENTAL,
        "manager",
        "Mon-Thu 08:30-17:30",
        essential=True,
        notes="clinical director",
        away=(
            ("Leave", (date(2028, 2, 28), date(2028, 3, 2)), ShowsAs.AWAY),
            ("CQC inspection", (date(2028, 3, 13), date(2028, 3, 16)), ShowsAs.BUSY),
        ),
    ),
    Member("t5", "review-team", "Integrated Care Board", "manager", notes="designated professional"),
    Member("t6", "review-team", HOUSING, "manager", export=Export.WEB),
    Member("t7", "review-team", "Probation", "manager", "Mon-Wed 09:00-17:00; Thu 09:00-13:00"),
    Member("p01", "case-group", ASC, "social-worker", rank=1, manager="p02", notes="allocated social worker"),
    Member("p02", "case-group", ASC, "first-line-manager", rank=3, manager="t1", notes="team manager"),
    Member("p03", "case-group", POLICE, "shift-officer", rank=6, manager="t2", export=Export.FLOATING),
    Member("p04", "case-group", HOSPITAL, "doctor", rank=7, notes="consultant", export=Export.WEB),
    Member("p05", "case-group", HOSPITAL, "ward-nurse", rank=8, manager="t3", export=Export.FLOATING),
    Member("p06", "case-group", MENTAL, "community-nurse", rank=2, manager="t4", notes="care coordinator"),
    Member("p07", "case-group", COMMUNITY, "community-nurse", rank=5, notes="district nurse"),
    Member("p08", "case-group", "GP Practice", "doctor", rank=4, export=Export.WEB),
    Member("p09", "case-group", HOUSING, "officer", rank=9, manager="t6"),
    Member("p10", "case-group", CARE, "first-line-manager", rank=10, notes="registered manager"),
    Member("p11", "case-group", CARE, "officer", manager="p10", notes="care worker"),
    Member("p12", "case-group", "Ambulance Trust", "shift-officer", export=Export.FLOATING),
    Member("a1", "administrator", "Partnership Office", "office"),
)

VENUES = (
    Venue("r1", "Town Hall, Council Chamber", 60, shared=True),
    Venue("r2", "Partnership Office, Large Room", 30),
    Venue("r3", "Partnership Office, Meeting Room", 14),
    Venue("r4", "Library, Interview Room", 4),
)

IMPOSSIBLE = Scenario(
    "impossible",
    4,
    COMMISSIONED,
    Season(
        COMMISSIONED,
        date(2028, 5, 15),
        load=(1.1, 0.9, 1.2, 0.3, 0.8),
        cleared=((date(2028, 2, 14), date(2028, 3, 17)),),
        cleared_share=0.6,
        cleared_leak=0.0,
        leave_months=(10, 12, 12, 4, 4, 5),
    ),
    REVIEW,
    MEMBERS,
    VENUES,
)
