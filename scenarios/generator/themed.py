"""A Themed review of neglect: ten files read by auditors of several agencies, then two focused reviews."""

from __future__ import annotations

from datetime import date

from generator.cast import Member, Venue
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["THEMED"]

COMMISSIONED = date(2027, 2, 1)

REVIEW = """
# A Themed review of neglect: ten case files are audited, then two of the cases are looked at in focused reviews.
reference    = "LT-2027-02"
option       = "themed"
kind         = "practice-review"
commissioned = 2027-02-01
today        = 2027-02-01          # made up: the scenario is the same in any year, and nobody is invited
timezone     = "Europe/London"
region       = "GB-ENG"

[organiser]
name  = "Review office"
email = "reviews@partnership.example"

[family]
approach = "not-appropriate"

# Whole days that calendars show as free are notes here, such as "Held for review", and no leave.
[calendars]
all-day-free = "free"

[[audit]]
id       = "f01"
agencies = ["Children's Social Care", "Police"]

[[audit]]
id       = "f02"
agencies = ["Children's Social Care", "Community Health Trust"]

[[audit]]
id       = "f03"
agencies = ["Children's Social Care", "School"]

[[audit]]
id       = "f04"
agencies = ["Children's Social Care", "Hospital Trust", "Police"]

[[audit]]
id       = "f05"
agencies = ["Early Help", "School"]

[[audit]]
id       = "f06"
agencies = ["Children's Social Care", "Community Health Trust"]

[[audit]]
id       = "f07"
agencies = ["Children's Social Care", "Hospital Trust"]

[[audit]]
id       = "f08"
agencies = ["Early Help", "Community Health Trust", "School"]

[[audit]]
id       = "f09"
agencies = ["Children's Social Care", "Police", "Housing"]

[[audit]]
id       = "f10"
agencies = ["Children's Social Care", "School", "Housing"]

[[focused-review]]
id         = "fr1"
case-group = ["p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09"]

[[focused-review]]
id         = "fr2"
case-group = ["p02", "p10", "p11", "p12", "p13", "p14", "p15", "p16"]
"""

CSC, POLICE, SCHOOL = "Children's Social Care", "Police", "School"
HOSPITAL, COMMUNITY = "Hospital Trust", "Community Health Trust"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", "", "lead", notes="independent", export=Export.WEB),
    Member("t1", "review-team", CSC, "manager", essential=True, notes="head of service"),
    Member("t2", "review-team", POLICE, "manager", export=Export.WEB),
    Member("t3", "review-team;auditor", COMMUNITY, "manager", notes="named nurse"),
    Member("t4", "review-team", SCHOOL, "manager", "Mon-Fri 08:30-16:30", notes="education safeguarding"),
    Member("t5", "review-team", "Integrated Care Board", "manager", "Mon-Thu 09:00-17:00"),
    Member("t6", "review-team", HOSPITAL, "manager", notes="named doctor", export=Export.WEB),
    Member("au1", "auditor", CSC, "first-line-manager", notes="practice lead"),
    Member("au2", "auditor", CSC, "first-line-manager", "Mon-Thu 09:00-17:00", export=Export.WEB),
    Member("au3", "auditor", POLICE, "first-line-manager", notes="review officer"),
    Member("au4", "auditor", SCHOOL, "first-line-manager", "Mon-Fri 08:30-16:30", notes="education adviser"),
    Member("p01", "case-group", CSC, "social-worker", manager="p02"),
    Member("p02", "case-group", CSC, "first-line-manager", manager="t1"),
    Member("p03", "case-group", POLICE, "shift-officer", export=Export.FLOATING),
    Member("p04", "case-group", COMMUNITY, "community-nurse", manager="t3"),
    Member("p05", "case-group", HOSPITAL, "ward-nurse", manager="t6", export=Export.FLOATING),
    Member("p06", "case-group", SCHOOL, "teacher", "Mon-Fri 08:30-16:30"),
    Member("p07", "case-group", "GP Practice", "doctor", export=Export.WEB),
    Member("p08", "case-group", "Housing", "officer"),
    Member("p09", "case-group", "Early Help", "officer", export=Export.WEB),
    Member("p10", "case-group", CSC, "social-worker", manager="p02"),
    Member("p11", "case-group", POLICE, "first-line-manager", manager="t2"),
    Member("p12", "case-group", COMMUNITY, "community-nurse", "Mon-Thu 09:00-16:00", manager="t3"),
    Member("p13", "case-group", SCHOOL, "teacher", "Mon-Fri 08:30-16:30"),
    Member("p14", "case-group", "Domestic Abuse Charity", "officer", "Mon-Thu 09:30-16:30"),
    Member("p15", "case-group", "Early Help", "officer"),
    Member("p16", "case-group", "Mental Health Trust", "community-nurse", export=Export.WEB),
    Member("a1", "administrator", "Partnership Office", "office"),
)

VENUES = (
    Venue("r1", "Civic Centre, Conference Room", 36, shared=True),
    Venue("r2", "Partnership Office, Large Room", 28),
    Venue("r3", "Partnership Office, Meeting Room", 12),
)

THEMED = Scenario(
    "themed",
    1,
    COMMISSIONED,
    Season(COMMISSIONED, date(2027, 9, 13), load=(1.2, 1.2, 1.0, 0.35, 0.8), leave_months=(2, 4, 4, 5, 7, 8)),
    REVIEW,
    MEMBERS,
    VENUES,
    (("au4", "2027-03-15", "2027-03-17", "busy", "inspection of a school"),),
)
