"""The instances that have a timetable under the mid-range, the focused and the themed option."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .cast import AGENCIES, Cast
from .diaries import BUSY, SEVENTY, Filling
from .early import FOCUSED, MID_RANGE, THEMED, audits, early
from .instance import Instance

__all__ = ["solvable_early"]


def solvable_early() -> Iterator[Instance]:
    """Yield them."""
    opens = date(2027, 5, 10) + timedelta(weeks=4)
    yield early(
        "mid-range-seventy",
        "mid-range",
        "six conversations, diaries seven tenths full, all of them calendars",
        Cast(team=8, case=16, conversations=6, family=1),
        SEVENTY,
        MID_RANGE,
        in_calendars="ltpf",
        talks=(0.8, 6.5),
        rooms=(30, 12, 4),
    )
    audited = early(
        "mid-range-audits",
        "mid-range",
        "eight audits that reviewers hold in pairs, besides six conversations",
        Cast(team=8, case=14, conversations=6),
        BUSY,
        MID_RANGE,
        talks=(0.8, 6.5),
        rooms=(30, 12),
    )
    audited.more = (
        audits(audited, 8, "t", opens, opens + timedelta(weeks=6), AGENCIES[:8])
        + '\n[[activity]]\nid       = "audit"\nkind     = "audit"\ntitle    = "Case-file audit"\nminutes  = 180\n'
        'for-each = "audit"\nroom     = "none"\n'
        'panel    = { pool = ["lead-reviewer", "review-team"], size = 2, different-agencies = true }\n'
        '\n[[order]]\nbefore = ["audit"]\nafter  = ["joint-meeting"]\nleast-working-days = 5\n'
    )
    yield audited
    yield early(
        "mid-range-tentative",
        "mid-range",
        "a deadline that is hard to keep, and half of every diary could be given up",
        Cast(team=9, case=18, conversations=6),
        Filling(0.4, 0.55, tentative=0.5),
        MID_RANGE,
        talks=(0.8, 6.5),
        deadline=date(2027, 9, 10),
    )
    yield early(
        "focused-30",
        "focused",
        "one day for 26 practitioners whose diaries are seven tenths full",
        Cast(team=8, case=26, conversations=0),
        SEVENTY,
        FOCUSED,
        lead_in_weeks=6,
        weeks=11,
        decoys=10,
        rooms=(40, 12),
    )
    yield early(
        "focused-52",
        "focused",
        "one day for 52 people, and a room that seats 34",
        Cast(team=10, case=40, conversations=0),
        Filling(0.3, 0.4, tentative=0.3),
        FOCUSED,
        lead_in_weeks=6,
        weeks=11,
        decoys=12,
        rooms=(34, 20),
    )
    themed = early(
        "themed-reviewers-audit",
        "themed",
        "twelve audits held by members of the review team, two focused reviews, diaries seven tenths full",
        Cast(team=8, case=20, conversations=0, team_roles="review-team;auditor"),
        SEVENTY,
        THEMED,
        weeks=17,
        rooms=(30, 12),
    )
    themed.more = audits(themed, 12, "t", opens + timedelta(days=12), opens + timedelta(days=33), AGENCIES[:8])
    themed.more += _focused_reviews(20)
    yield themed
    packed = early(
        "themed-packed-auditors",
        "themed",
        "sixteen audits by five auditors whose diaries leave hardly more than they need, on a grid of five minutes",
        Cast(team=6, case=16, conversations=0, auditors=5),
        Filling(0.45, 0.55, grain_minutes=5),
        THEMED,
        weeks=17,
        customise={"slot-minutes": 5, "start-step-minutes": 5},
    )
    packed.more = audits(packed, 16, "x", opens + timedelta(days=12), opens + timedelta(days=33), AGENCIES[:5])
    packed.more += _focused_reviews(16)
    yield packed


def _focused_reviews(case: int) -> str:
    ids = [f'"p{number:02}"' for number in range(1, case + 1)]
    half = case // 2 + 2
    return (
        f'\n[[focused-review]]\nid         = "fr1"\ncase-group = [{", ".join(ids[:half])}]\n'
        f'\n[[focused-review]]\nid         = "fr2"\ncase-group = [{", ".join(ids[-half:])}]\n'
    )
