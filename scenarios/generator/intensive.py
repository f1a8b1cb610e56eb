"""An Intensive review of a child's case in two blocks, before and after Christmas."""

from __future__ import annotations

from datetime import date

from generator.cast import Member, Venue
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["INTENSIVE"]

COMMISSIONED = date(2027, 10, 4)

REVIEW = """
# An Intensive review of a child's case: two blocks, one before and one after Christmas, in weeks kept clear for it.
reference    = "LT-2027-11"
option       = "intensive"
kind         = "serious-case-review"
commissioned = 2027-10-04
today        = 2027-10-04          # made up: the scenario is the same in any year, and nobody is invited
deadline     = 2028-04-03
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

# The report is not published before the verdict.
[[hold]]
scope  = "publication"
from   = 2028-03-06
until  = 2028-04-28
reason = "criminal trial"
"""

CSC, POLICE, SCHOOL = "Children's Social Care", "Police", "School"
HOSPITAL, COMMUNITY, MENTAL = "Hospital Trust", "Community Health Trust", "Mental Health Trust"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", "", "lead", notes="independent", export=Export.WEB),
    Member("t1", "review-team", CSC, "manager", essential=True, notes="head of service"),
    Member("t2", "review-team", POLICE, "manager", notes="detective chief inspector", export=Export.WEB),
    Member("t3", "review-team", HOSPITAL, "manager", notes="named nurse"),
    Member("t4", "review-team", "Integrated Care Board", "manager", "Mon-Thu 09:00-17:00", notes="designated doctor"),
    Member("t5", "review-team", MENTAL, "manager", export=Export.WEB),
    Member("t6", "review-team", "Housing", "manager"),
    Member("p01", "case-group", CSC, "social-worker", rank=1, manager="p02", notes="allocated social worker"),
    Member("p02", "case-group", CSC, "first-line-manager", rank=2, manager="t1", essential=True, notes="team manager"),
    Member("p03", "case-group", CSC, "social-worker", manager="p02", notes="student on placement"),
    Member("p04", "case-group", POLICE, "first-line-manager", rank=5, manager="t2", notes="detective sergeant"),
    Member("p05", "case-group", POLICE, "shift-officer", rank=9, manager="p04", export=Export.FLOATING),
    Member("p06", "case-group", HOSPITAL, "ward-nurse", rank=7, manager="t3", export=Export.FLOATING),
    Member("p07", "case-group", COMMUNITY, "community-nurse", rank=3, notes="health visitor"),
    Member("p08", "case-group", MENTAL, "first-line-manager", rank=4, manager="t5", notes="care coordinator"),
    Member("p09", "case-group", "GP Practice", "doctor", rank=6, export=Export.WEB),
    Member("p10", "case-group", SCHOOL, "teacher", "Mon-Fri 08:30-16:30", rank=8, notes="safeguarding lead"),
    Member("p11", "case-group", "Probation", "officer", rank=10, export=Export.WEB),
    Member("p12", "case-group", "Housing", "officer", "Mon-Thu 09:00-16:30", rank=11, manager="t6"),
    Member("p13", "case-group", "Domestic Abuse Charity", "officer", "Tue-Fri 09:30-16:30", rank=12),
    Member("a1", "administrator", "Partnership Office", "office"),
)

VENUES = (
    Venue("r1", "Civic Centre, Conference Room", 40, shared=True),
    Venue("r2", "Partnership Office, Large Room", 24),
    Venue("r3", "Partnership Office, Meeting Room", 12),
    Venue("r4", "Health Centre, Interview Room", 5),
)

CLEARED = (
    (date(2027, 12, 6), date(2027, 12, 10)),
    (date(2027, 12, 13), date(2027, 12, 17)),
    (date(2028, 1, 17), date(2028, 1, 21)),
    (date(2028, 1, 24), date(2028, 1, 28)),
)

INTENSIVE = Scenario(
    "intensive",
    3,
    COMMISSIONED,
    Season(
        COMMISSIONED,
        date(2028, 4, 17),
        load=(1.2, 1.2, 0.9, 0.6, 0.8),
        cleared=CLEARED,
        cleared_share=0.6,
        cleared_leak=0.5,
        leave_months=(10, 12, 12, 12, 1, 2, 2, 4),
    ),
    REVIEW,
    MEMBERS,
    VENUES,
)
