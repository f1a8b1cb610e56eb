"""A Mid-range review of good practice gone wrong: six conversations, over the clocks going back and Christmas."""

from __future__ import annotations

from datetime import date

from generator.cast import Member, Venue
from generator.exports import Export
from generator.scenario import Scenario
from generator.season import Season

__all__ = ["MID_RANGE"]

COMMISSIONED = date(2027, 9, 13)

REVIEW = """
# A Mid-range review: six conversations, three meetings of the review team and one joint meeting, then the report.
reference    = "LT-2027-09"
option       = "mid-range"
kind         = "practice-review"
commissioned = 2027-09-13
today        = 2027-09-13          # made up: the scenario is the same in any year, and nobody is invited
deadline     = 2028-02-11
timezone     = "Europe/London"
region       = "GB-ENG"

[organiser]
name  = "Review office"
email = "reviews@partnership.example"

[customise]
joint-meeting-minutes = 270          # an afternoon is lost to travel
conversation-gap-minutes = 45

[family]
approach = "conversation"

# Whole days that calendars show as free are notes here, such as "Held for review", and no leave.
[calendars]
all-day-free = "free"

# The joint meeting waits until the inspectors have left.
[[hold]]
scope  = "activity:joint-meeting:1"
from   = 2027-11-08
until  = 2027-11-12
reason = "inspection of children's services"

# The board hears of the findings before it reads them.
[[activity]]
id                = "board-briefing"
title             = "Briefing of the partnership board"
minutes           = 60
must              = ["l1", "t1"]
expected          = ["t2", "t3"]
quorum            = 0.75
off-critical-path = true

[[order]]
before             = ["joint-meeting"]
after              = ["board-briefing"]
least-working-days = 5
"""

CSC, POLICE, SCHOOL, COMMUNITY = "Children's Social Care", "Police", "School", "Community Health Trust"

MEMBERS = (
    Member("l1", "lead-reviewer", "", "lead", notes="independent"),
    Member("l2", "lead-reviewer", "", "lead", "Mon-Thu 09:00-17:30", notes="independent", export=Export.WEB),
    Member("t1", "review-team", CSC, "manager", essential=True, notes="quality assurance"),
    Member("t2", "review-team", POLICE, "manager", notes="detective inspector"),
    Member("t3", "review-team", "Integrated Care Board", "manager", "Mon-Thu 09:00-17:00", export=Export.WEB),
    Member("t4", "review-team", COMMUNITY, "manager"),
    Member("t5", "review-team", SCHOOL, "manager", "Mon-Fri 08:30-16:30", notes="education safeguarding"),
    Member("t6", "review-team", "Early Help", "", notes="calendar not shared"),
    Member("p01", "case-group", CSC, "social-worker", rank=1, manager="p02", notes="allocated social worker"),
    Member("p02", "case-group", CSC, "first-line-manager", rank=3, manager="t1", notes="team manager"),
    Member("p03", "case-group", POLICE, "shift-officer", rank=5, manager="t2", export=Export.FLOATING),
    Member("p04", "case-group", COMMUNITY, "community-nurse", rank=2, manager="t4", notes="health visitor"),
    Member("p05", "case-group", "GP Practice", "doctor", rank=6, export=Export.WEB),
    Member("p06", "case-group", SCHOOL, "teacher", "Mon-Fri 08:30-16:30", rank=4, notes="head of year"),
    Member("p07", "case-group", SCHOOL, "teacher", "Mon-Wed 08:30-16:30", manager="p06"),
    Member("p08", "case-group", "Hospital Trust", "ward-nurse", export=Export.FLOATING),
    Member("p09", "case-group", "Early Help", "officer", manager="t6"),
    Member("p10", "case-group", "Housing", "officer", export=Export.WEB),
    Member("p11", "case-group", "Domestic Abuse Charity", "officer", "Mon-Thu 10:00-16:00"),
    Member("f1", "family", "", "", "Mon-Fri 10:00-15:00", notes="grandmother"),
    Member("a1", "administrator", "Partnership Office", "office"),
)

BUSY = (
    ("t6", "2027-10-18", "2027-10-29", "busy", "leave"),
    ("t6", "2027-11-03T09:00", "2027-11-03T13:00", "busy", "panel"),
    ("t6", "2027-11-25T09:00", "2027-11-25T12:30", "if-needed", "could be moved"),
    ("f1", "2027-10-21", "2027-10-21", "busy", "hospital"),
)

MID_RANGE = Scenario(
    "mid-range",
    1,
    COMMISSIONED,
    Season(COMMISSIONED, date(2028, 3, 27), load=(1.2, 1.2, 0.4, 0.8, 1.1), leave_months=(10, 10, 12, 12, 12, 2)),
    REVIEW,
    MEMBERS,
    (
        Venue("r1", "Family Centre, Hall", 30, shared=True),
        Venue("r2", "Partnership Office, Meeting Room", 14),
        Venue("r3", "Family Centre, Quiet Room", 4),
    ),
    BUSY,
)
