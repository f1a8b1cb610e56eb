"""The instances that have no timetable, each for a reason of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .cast import AGENCIES, Cast
from .diaries import Filling
from .early import MID_RANGE, THEMED, audits, early
from .instance import Instance
from .packed import blocks, week
from .spread import spread

__all__ = ["impossible"]

NINE = "Mon-Fri 09:00-17:00"
SMALL = Cast(team=5, case=8, conversations=7, family=1)
LIGHT = Filling(0.2, 0.35)
BUSY = Filling(0.3, 0.45)


def impossible() -> Iterator[Instance]:
    """Yield them."""
    for instance in (*_packed(), *_spread(), *_others()):
        instance.verdict = "impossible"
        yield instance


def _packed() -> Iterator[Instance]:
    # Laid as if the team helped, then it may not.
    pair = week(
        "no-week-14-one-pair",
        "14 conversations that the two lead reviewers hold together: 28 places, and room for 16 in a week",
        Cast(team=6, case=16, conversations=14, lead_hours=NINE),
        LIGHT,
        Filling(0.0, 0.0),
    )
    pair.more = (
        '[[activity]]\nid    = "conversation"\npanel = { pool = ["lead-reviewer"], size = 2, least-leads = 1 }\n'
    )
    yield pair
    team = week(
        "no-week-12-team-is-busy",
        "12 conversations; the team has no two hours besides the meetings, so the lead reviewers are a pair",
        Cast(team=6, case=14, conversations=12, lead_hours=NINE),
        LIGHT,
        Filling(0.0, 0.0),
    )
    _fill_between(team, team.ids("t"))
    yield team
    yield week(
        "no-week-17-two-leads",
        "17 conversations, and two lead reviewers hold 16 at most between the meetings of a week",
        Cast(team=9, case=20, conversations=17, lead_hours=NINE),
        Filling(0.1, 0.2),
        Filling(0.0, 0.0),
    )
    yield blocks(
        "no-blocks-21-two-leads",
        "21 conversations, and two lead reviewers hold 20 at most in a block",
        Cast(team=9, case=22, conversations=21, lead_hours=NINE),
        Filling(0.1, 0.2),
        Filling(0.0, 0.0),
    )
    apart = blocks(
        "no-blocks-leave-between",
        "each block has its weeks, but never three to six weeks apart: leave of one lead reviewer, then of the other",
        Cast(team=6, case=14, conversations=10, lead_hours=NINE),
        BUSY,
        Filling(0.1, 0.3),
    )
    for first in (date(2027, 5, 3), date(2027, 5, 17), date(2027, 5, 31)):
        apart.diaries.block("l1", first + timedelta(days=1), first + timedelta(days=3))
        apart.diaries.block("l2", first + timedelta(days=7), first + timedelta(days=9))
    apart.diaries.block("l1", date(2027, 6, 14), date(2027, 8, 27))
    yield apart


def _spread() -> Iterator[Instance]:
    quorum = spread("no-full-quorum", "no day near the second joint meeting has its quorum", SMALL, BUSY)
    # Of fifteen who are expected there nine have to come: four always can, and four of the others on each day.
    for k, who in enumerate((*quorum.ids("p"), "t3", "t4", "t5")):
        for day in _days(date(2027, 6, 21), date(2027, 8, 13)):
            if (day.toordinal() + k) % 3:
                quorum.diaries.block(who, day, day)
    yield quorum
    rooms = spread(
        "no-full-rooms",
        "the one room that seats a joint meeting is let to others whenever its people could come in spring",
        SMALL,
        BUSY,
        rooms=(40, 8),
    )
    for day in _days(date(2027, 4, 12), date(2027, 5, 21)):
        if day.weekday() < 5:
            rooms.diaries.busy("r1", day, 11 * 60, 14 * 60)
    yield rooms
    leave = spread("no-full-leads-leave", "the lead reviewers are never both there near a meeting", SMALL, BUSY)
    for day in _days(date(2027, 4, 5), date(2027, 5, 28)):
        if day.weekday() < 5:
            leave.diaries.busy("l1" if day.toordinal() % 2 else "l2", day, 8 * 60, 18 * 60)
    yield leave
    alone = spread(
        "no-full-independence",
        "two agencies: whoever is of one may talk to the other, but for those whose lead reviewer is never free then",
        Cast(team=6, case=10, conversations=8, agencies=2),
        BUSY,
    )
    # All of the team that may talk to p02 are busy in the weeks of the conversations.
    other = {person.id: person.agency for person in alone.cast.people()}
    for who in alone.ids("t"):
        if other[who] != other["p02"]:
            alone.diaries.block(who, date(2027, 2, 3), date(2027, 4, 23), "busy")
    for day in _days(date(2027, 2, 1), date(2027, 4, 23)):
        if day.weekday() < 5:
            alone.diaries.busy("l1" if day.toordinal() % 2 else "l2", day, 8 * 60, 12 * 60 + 30)
            alone.diaries.busy("p02", day, 12 * 60 + 30, 18 * 60)
    yield alone


def _others() -> Iterator[Instance]:
    opens = date(2027, 5, 10) + timedelta(weeks=4)
    yield early(
        "no-mid-range-lags",
        "mid-range",
        "the meetings have to be a month apart, and the last of them would be a day too late",
        Cast(team=6, case=10, conversations=6),
        LIGHT,
        MID_RANGE,
        talks=(0.8, 6.5),
        customise={"meetings-apart-working-days": 22, "analysis-to-joint-working-days": 20},
    )
    windows = early(
        "no-mid-range-windows",
        "mid-range",
        "review-team meetings on Wednesday afternoons alone, and one lead reviewer works in the mornings",
        Cast(team=6, case=10, conversations=6, works={"l2": "Mon-Fri 08:30-16:00"}),
        LIGHT,
        MID_RANGE,
        talks=(0.8, 6.5),
    )
    windows.more = '[[window]]\nactivity = "review-team-meeting"\nweekdays = ["Wed"]\nhours    = "13:00-17:00"\n'
    yield windows
    hold = spread("no-full-hold", "the first joint meeting is held over all of its weeks", SMALL, BUSY)
    hold.more = (
        '[[hold]]\nscope  = "activity:joint-meeting:1"\n'
        'from   = 2027-04-05\nuntil  = 2027-06-04\nreason = "inspection"\n'
    )
    yield hold
    auditors = early(
        "no-themed-auditors",
        "themed",
        "fourteen audits take 28 places of three hours, and three auditors have time for fewer before the span ends",
        Cast(team=6, case=14, conversations=0, auditors=3),
        LIGHT,
        THEMED,
        weeks=17,
        customise={"audit-gap-weeks": 12},
    )
    auditors.more = audits(auditors, 14, "x", opens + timedelta(days=12), opens + timedelta(days=40), AGENCIES[:3])
    for who in auditors.ids("x"):
        for day in _days(date(2027, 5, 10), date(2027, 12, 17)):
            if day.weekday() not in (1, 5, 6):
                auditors.diaries.busy(who, day, 10 * 60 + 30, 15 * 60)
    yield auditors


def _fill_between(instance: Instance, ids: list[str]) -> None:
    """Leave `ids` no two hours from nine to five, but on Fridays, and on Thursdays after the conversations."""
    for who in ids:
        for day in _days(date(2027, 4, 26), date(2027, 8, 13)):
            for start in (10 * 60 + 30, 12 * 60 + 30, 14 * 60 + 30, 16 * 60 + 30)[: {3: 2, 4: 0}.get(day.weekday(), 4)]:
                instance.diaries.busy(who, day, start, start + 15)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() < 5:
            yield day
