"""The arithmetic of hours and places, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.capacity import HoursLeft, Shortage, Stretch, Sums
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed, plural

__all__ = ["SHORTAGE_CURE", "capacity_cure_words", "capacity_words", "shortage_words"]

FEW = 6
"""So many activities are named by their ids where they are not all there are."""
SHORTAGE_CURE = "Others who may hold them, fewer or shorter ones, shorter gaps, or more days would be needed"
AFTER_HOURS = "the gap after the last of a day may lie after hours"


def capacity_words(sums: Sums) -> str:
    """Return what is needed, and what there is, on the best days."""
    asked, word = sums.activities, sums.stretch.word
    what = f"{_named(asked, sums.among)}{_within(sums.stretch)}, each {_length(asked)}"
    where = f"{f'in the best {word}' if word else 'in all'} (from {sums.days[0]})"
    if any(own.person == sums.who for own in sums.hours):
        return f"{what}, cannot be held without {sums.who}; {where} {_hours_words(sums.hours[0])} ({AFTER_HOURS})"
    if sums.who == "lead reviewer" and sums.needed == len(asked):
        hours = sum(activity.minutes + activity.gap_minutes for activity in asked) / 60
        each = "; ".join(f"the pair of {_hours_words(own)} ({AFTER_HOURS})" for own in sums.hours)
        return f"{what}, need {hours:g} h; {where} {each}"
    sizes = set(sums.wanted.values())
    take = f"{min(sizes)} {sums.who}s each" if len(sizes) == 1 else f"{sums.who}s"
    each = "; ".join(
        _hours_words(own)
        if own.possible <= sums.may_hold[own.person]
        else f"{own.person} may hold {sums.may_hold[own.person]}"
        for own in sums.hours
    )
    there = f"{plural(sums.possible, 'place')} ({AFTER_HOURS})"
    return f"{what}, take {take}: {sums.needed} places; {where} {each}: {there}"


def capacity_cure_words(sums: Sums) -> str:
    """Return what would have to be otherwise where places are short."""
    if sums.who == "lead reviewer":
        return "Another pair, fewer or shorter conversations, or shorter gaps would be needed"
    others = "Others" if any(own.person == sums.who for own in sums.hours) else f"More {sums.who}s"
    return f"{others} who may hold them, fewer or shorter ones, or shorter gaps would be needed"


def shortage_words(short: Shortage) -> str:
    """Return what people must hold, and what there is room for beside their meetings."""
    people, asked = listed(short.people), short.activities
    if short.each:
        need = f"cannot be held without {people}"
    else:
        need = f"need {plural(short.needed, 'place')} of {people}, whoever else holds them"
    where = f"in the best {short.stretch.word} " if short.stretch.word else ""
    days = f"{where}from {short.days[0]} to {short.days[1]}"
    beside = f"beside {listed(short.beside)}, to which they must come," if short.beside else "in their free time"
    what = f"{_named(asked, 0)}{_within(short.stretch)}, each {_length(asked)}, {need}"
    if short.possible is None:
        return f"{what}; {days}, which is all that the windows and the order leave, these meetings do not fit"
    of_them = " of them" if short.each else ""
    room = f"there is room for at most {short.possible}{of_them}, counted day by day, wherever these meetings lie"
    if not short.beside:
        room = f"there is room for at most {short.possible}{of_them}, counted day by day"
    return f"{what}; {days}, which is all that the windows and the order leave, {beside} {room}"


def _within(stretch: Stretch) -> str:
    within = f" in one {stretch.word}" if stretch.word else ""
    return f"{within} of {plural(stretch.most_working_days, 'working day')}" if stretch.most_working_days else within


def _hours_words(own: HoursLeft) -> str:
    left = (own.free_minutes - own.meeting_minutes) / 60
    a_day = "" if own.most_a_day is None else f" by {own.most_a_day} a day"
    return (
        f"{own.person} has {own.free_minutes / 60:g} h of free working time less "
        f"{own.meeting_minutes / 60:g} h of meetings = {left:g} h, room for at most {own.possible}{a_day}"
    )


def _named(asked: Sequence[Activity], of: int) -> str:
    kinds = {activity.kind for activity in asked}
    words = KIND_WORDS[kinds.pop()] if len(kinds) == 1 else None
    if len(asked) < of and len(asked) <= FEW:
        return listed(activity.id for activity in asked)
    many = words.many if words else "bookings"
    return f"{len(asked)} {words.one if words and len(asked) == 1 else many}"


def _length(asked: Sequence[Activity]) -> str:
    least = "" if len({(one.minutes, one.gap_minutes) for one in asked}) == 1 else "at least "
    minutes, gap_minutes = min(one.minutes for one in asked), min(one.gap_minutes for one in asked)
    return f"{least}{minutes} minutes" + (f" and then {gap_minutes} free" if gap_minutes else "")
