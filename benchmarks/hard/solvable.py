"""The instances that have a timetable, over all shapes."""

from __future__ import annotations

from collections.abc import Iterator

from .cast import Cast
from .diaries import BUSY, SEVENTY, Filling
from .instance import Instance
from .packed import blocks, week
from .solvable_early import solvable_early
from .spread import spread

__all__ = ["solvable"]

FULL_30 = Cast(team=8, case=18, conversations=16, family=2)
FULL_52 = Cast(team=10, case=38, conversations=36, family=2)
MIDDAY = Filling(0.0, 0.05, edges=0.5)


def solvable() -> Iterator[Instance]:
    """Yield them."""
    yield from _spread()
    yield from _week()
    yield from _blocks()
    yield from solvable_early()


def _spread() -> Iterator[Instance]:
    yield spread("full-30-busy", "30 people, diaries six tenths full", FULL_30, BUSY, rooms=(40, 24, 12, 5))
    yield spread(
        "full-30-seventy",
        "30 people, diaries seven tenths full",
        FULL_30,
        SEVENTY,
        rooms=(40, 24, 12),
        in_calendars="l",
    )
    yield spread(
        "full-30-tentative",
        "30 people; nearly half of what is in their diaries could be given up",
        FULL_30,
        Filling(0.35, 0.5, tentative=0.45),
        rooms=(40, 24, 12, 5),
    )
    yield spread(
        "full-30-few-rooms",
        "30 people and two rooms; the bigger one seats fewer than could come",
        FULL_30,
        BUSY,
        rooms=(22, 11),
    )
    yield spread(
        "full-30-five-minutes",
        "30 people on a grid of five minutes",
        FULL_30,
        Filling(0.3, 0.45, grain_minutes=5),
        rooms=(40, 24, 12),
        customise={"slot-minutes": 5, "start-step-minutes": 5},
    )
    yield spread(
        "full-30-three-leads",
        "three lead reviewers with full diaries, who share 24 conversations",
        Cast(leads=3, team=7, case=24, conversations=24),
        SEVENTY,
        leads=Filling(0.35, 0.45),
    )
    yield spread(
        "full-52-busy",
        "40 people who work and 12 more over nine months; 36 conversations",
        FULL_52,
        BUSY,
        weeks=39,
        rooms=(60, 24, 12, 5),
    )
    yield spread(
        "full-52-seventy",
        "52 people over nine months, diaries seven tenths full",
        FULL_52,
        SEVENTY,
        weeks=39,
        rooms=(60, 40, 14),
    )


def _week() -> Iterator[Instance]:
    nine = "Mon-Fri 09:00-17:00"
    yield week(
        "week-12-two-leads",
        "12 conversations in one week by two lead reviewers; every week of two months has something for it",
        Cast(team=6, case=14, conversations=12, lead_hours=nine),
        Filling(0.15, 0.35),
        Filling(0.05, 0.25),
        come=0.7,
        rooms=(30, 12, 5),
    )
    yield week(
        "week-12-one-free-week",
        "12 conversations; the lead reviewers are away in every week but two",
        Cast(team=6, case=14, conversations=12, lead_hours=nine),
        Filling(0.2, 0.5),
        Filling(0.5, 0.2),
        rooms=(30, 12, 5),
    )
    yield week(
        "week-13-seventy",
        "13 conversations, diaries of practitioners seven tenths full",
        Cast(team=7, case=16, conversations=13, lead_hours=nine),
        SEVENTY,
        Filling(0.1, 0.35),
        rooms=(30, 12, 5, 5),
    )
    yield week(
        "week-12-midday",
        "12 conversations; meetings are best attended around midday, where they leave the least room for conversations",
        Cast(team=6, case=14, conversations=12, lead_hours=nine),
        MIDDAY,
        Filling(0.0, 0.0),
        come=0.6,
    )
    yield week(
        "week-14-ninety",
        "14 conversations of the 16 that two lead reviewers can hold in a week; meetings are best around midday",
        Cast(team=7, case=16, conversations=14, lead_hours=nine),
        MIDDAY,
        Filling(0.0, 0.0),
        come=0.6,
        rooms=(30, 12, 5),
    )
    yield week(
        "week-16-hundred",
        "16 conversations: all that two lead reviewers can hold in a week; meetings are best around midday",
        Cast(team=8, case=18, conversations=16, lead_hours=nine),
        MIDDAY,
        Filling(0.0, 0.05),
        come=0.6,
    )
    yield week(
        "week-16-one-week",
        "16 conversations: all that two lead reviewers can hold, and one week of full diaries in which they can",
        Cast(team=8, case=20, conversations=16, lead_hours=nine),
        Filling(0.1, 0.3),
        Filling(0.0, 0.1),
        come=0.7,
        rooms=(40, 14),
    )
    yield week(
        "week-22-three-leads",
        "22 conversations of the 24 that three lead reviewers can hold in a week; meetings are best around midday",
        Cast(leads=3, team=9, case=24, conversations=22, lead_hours=nine),
        Filling(0.0, 0.05, edges=0.4),
        Filling(0.0, 0.1),
        come=0.6,
    )
    yield week(
        "week-10-tentative",
        "10 conversations; much of every diary could be given up, so nearly every week will do, at a price",
        Cast(team=6, case=12, conversations=10, lead_hours=nine),
        Filling(0.3, 0.5, tentative=0.5),
        Filling(0.2, 0.3, tentative=0.6),
        rooms=(30, 10, 5),
    )


def _blocks() -> Iterator[Instance]:
    nine = "Mon-Fri 09:00-17:00"
    yield blocks(
        "blocks-14-midday",
        "14 conversations; meetings are best attended around midday, where they leave the least room for conversations",
        Cast(team=6, case=16, conversations=14, lead_hours=nine),
        Filling(0.05, 0.1, edges=0.35),
        Filling(0.0, 0.1),
        come=0.6,
    )
    yield blocks(
        "blocks-18-ninety",
        "18 conversations of the 20 that two lead reviewers can hold in a block; meetings are best around midday",
        Cast(team=7, case=18, conversations=18, lead_hours=nine),
        MIDDAY,
        Filling(0.0, 0.1),
        come=0.6,
        rooms=(30, 12, 5),
    )
    yield blocks(
        "blocks-20-hundred",
        "20 conversations: all that two lead reviewers can hold in a block",
        Cast(team=8, case=20, conversations=20, lead_hours=nine),
        Filling(0.2, 0.4),
        Filling(0.1, 0.4),
    )
    yield blocks(
        "blocks-14-seventy",
        "14 conversations, diaries seven tenths full, many tentative entries",
        Cast(team=6, case=16, conversations=14, lead_hours=nine),
        Filling(0.4, 0.5, tentative=0.35),
        Filling(0.25, 0.4, tentative=0.3),
        rooms=(30, 12, 5, 5),
    )
    yield blocks(
        "blocks-12-five-minutes",
        "12 conversations on a grid of five minutes",
        Cast(team=6, case=14, conversations=12, lead_hours=nine),
        Filling(0.2, 0.35, grain_minutes=5),
        Filling(0.05, 0.3, grain_minutes=5),
        come=0.7,
        customise={"slot-minutes": 5, "start-step-minutes": 5},
    )
