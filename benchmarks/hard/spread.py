"""Full reviews: meetings spread evenly over months, conversations by many people in full diaries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from .cast import Cast
from .diaries import Filling
from .instance import Instance
from .planting import plant_conversations, plant_meeting, working_day

__all__ = ["spread"]

# The meetings in their order, and how long each takes, in minutes.
MEETINGS = (("R", 210), ("R", 210), ("R", 210), ("J", 360), ("R", 210), ("R", 210), ("J", 360))


def spread(
    name: str,
    hard: str,
    cast: Cast,
    filling: Filling,
    *,
    commissioned: date = date(2027, 1, 4),
    weeks: int = 26,
    leads: Filling | None = None,
    decoys: int = 5,
    come: float = 0.8,
    joint_minutes: int = 360,
    **more: Any,
) -> Instance:
    """Make a Full review in which every meeting has one day that was kept for it, and `decoys` nearly as good ones.

    Parameters
    ----------
    come
        The share (0 to 1) of those expected who are free on a day that was kept.
    """
    instance = Instance(name, "full", hard, "possible", cast, commissioned, **more)
    if weeks != 26:
        instance.customise["span-weeks"] = weeks
    if joint_minutes != 360:
        instance.customise["joint-meeting-minutes"] = joint_minutes
    diaries, dice = instance.diaries, instance.diaries.dice
    opens = commissioned + timedelta(weeks=4)
    diaries.fill(instance.ids("tpf"), commissioned, weeks + 4, filling)
    diaries.fill(instance.ids("l"), commissioned, weeks + 4, leads or Filling(filling.away * 0.7, filling.part * 0.7))
    plant_meeting(instance, working_day(commissioned + timedelta(days=9)), 120, "lt", 0.9)
    introduction = working_day(opens + timedelta(days=1))
    plant_meeting(instance, introduction, 90, "ltp", 0.75)
    days = []
    for number, (kind, minutes) in enumerate(MEETINGS, 1):
        about = opens + timedelta(days=(2 * number - 1) * weeks * 7 // 14)
        length = joint_minutes if kind == "J" else minutes
        group = "ltp" if kind == "J" else "lt"
        days.append(day := working_day(about))
        plant_meeting(instance, day, length, group, come)
        for _ in range(decoys):
            other = working_day(about + timedelta(days=dice.randrange(-12, 13)))
            if other not in days and other > introduction:
                plant_meeting(instance, other, length, group, come - dice.uniform(0.0, 0.2), certain=False)
    plant_conversations(instance, introduction + timedelta(days=1), days[2] - timedelta(days=1), apart_from=set(days))
    return instance
