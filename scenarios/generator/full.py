"""A Full review of a child's case: thirty people over six months, across Easter and the clocks going forward."""

from __future__ import annotations

from datetime import date

from generator.cast import Member, Venue
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["FULL"]

COMMISSIONED = date(2027, 1, 11)

REVIEW = """
# A Full review of a child's case: everybody who worked with the family is heard, over six months.
reference    = "LT-2027-03"
option       = "full"
kind         = "serious-case-review"
commissioned = 2027-01-11
today        = 2027-01-11          # made up: the scenario is the same in any year, and nobody is invited
deadline     = 2027-10-01
timezone     = "Europe/London"
region       = "GB-ENG"

[organiser]
name  = "Review office"
email = "reviews@partnership.example"

[family]
approach = "conversation"

# Whole days that calendars show as free are notes here, such as "Held for review", and no leave.
[calendars]
all-day-free = "free"

# The officer in the case gives evidence in another trial.
[[hold]]
scope  = "person:p05"
from   = 2027-04-12
until  = 2027-04-23
reason = "witness in another trial"
"""

CSC, POLICE, SCHOOL = "Children's Social Care", "Police", "School"
HOSPITAL, COMMUNITY = "Hospital Trust", "Community Health Trust"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", "", "lead", notes="independent", export=Export.WEB),
    Member("t1", "review-team", CSC, "manager", essential=True, notes="head of service"),
    Member("t2", "review-team", POLICE, "manager", notes="detective superintendent"),
    Member("t3", "review-team", HOSPITAL, "manager", essential=True, notes="named doctor", export=Export.WEB),
    Member("t4", "review-team", COMMUNITY, "manager", notes="head of safeguarding"),
    Member("t5", "review-team", "Integrated Care Board", "manager", notes="designated nurse"),
    Member("t6", "review-team", "Probation", "manager", works="Mon-Thu 08:30-17:00", export=Export.WEB),
    Member("t7", "review-team", "Housing", "manager"),
    Member("t8", "review-team", "Early Help", "manager", works="Mon-Wed 09:00-17:00; Thu 09:00-16:00; Fri 09:00-13:00"),
    Member("p01", "case-group", CSC, "social-worker", rank=1, manager="p02", notes="allocated social worker"),
    Member("p02", "case-group", CSC, "first-line-manager", rank=2, manager="t1", notes="team manager"),
    Member("p03", "case-group", CSC, "social-worker", rank=9, manager="p02", notes="first assessment"),
    Member("p04", "case-group", CSC, "first-line-manager", rank=12, manager="t1", notes="conference chair"),
    Member("p05", "case-group", POLICE, "first-line-manager", rank=4, manager="t2", notes="detective sergeant"),
    Member("p06", "case-group", POLICE, "shift-officer", rank=10, manager="p05", export=Export.FLOATING),
    Member("p07", "case-group", HOSPITAL, "ward-nurse", rank=6, export=Export.FLOATING),
    Member("p08", "case-group", HOSPITAL, "doctor", rank=7, manager="t3", notes="paediatrician", export=Export.WEB),
    Member("p09", "case-group", COMMUNITY, "community-nurse", rank=3, manager="t4", notes="health visitor"),
    Member("p10", "case-group", COMMUNITY, "community-nurse", "Mon-Wed 09:00-17:00; Thu 09:00-15:00", rank=13),
    Member("p11", "case-group", "GP Practice", "doctor", rank=5, export=Export.WEB),
    Member("p12", "case-group", SCHOOL, "teacher", "Mon-Fri 08:30-16:30", rank=8, notes="safeguarding lead"),
    Member("p13", "case-group", SCHOOL, "teacher", "Mon-Fri 08:30-16:30", manager="p12", export=Export.WEB),
    Member("p14", "case-group", "Probation", "officer", rank=11, manager="t6"),
    Member("p15", "case-group", "Housing", "officer", rank=14, manager="t7", export=Export.WEB),
    Member("p16", "case-group", "Domestic Abuse Charity", "officer", "Mon-Thu 09:30-16:30", rank=15),
    Member("p17", "case-group", "Early Help", "officer", rank=16, manager="t8"),
    Member("f1", "family", "", "", "Mon-Fri 10:00-15:00", notes="mother"),
    Member("f2", "family", "", "", "Mon-Fri 10:00-15:00", notes="grandfather"),
    Member("a1", "administrator", "Partnership Office", "office"),
)

VENUES = (
    Venue("r1", "Civic Centre, Conference Room", 40, shared=True),
    Venue("r2", "Partnership Office, Large Room", 30),
    Venue("r3", "Partnership Office, Meeting Room", 14),
    Venue("r4", "Health Centre, Interview Room", 5),
)

BUSY = (
    ("f1", "2027-02-22", "2027-02-26", "busy", "away with family"),
    ("f1", "2027-03-09T10:00", "2027-03-09T13:00", "busy", "hospital appointment"),
    ("f2", "2027-03-17T12:00", "2027-03-17T15:00", "if-needed", "would rather not"),
    ("l1", "2027-05-20T09:00", "2027-05-20T12:00", "if-needed", "draft of another report due"),
)

FULL = Scenario(
    "full",
    7,
    COMMISSIONED,
    Season(COMMISSIONED, date(2027, 10, 4), load=(1.3, 1.3, 0.9, 0.28, 0.7)),
    REVIEW,
    MEMBERS,
    VENUES,
    BUSY,
)
