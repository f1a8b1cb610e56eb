"""The arithmetic of hours and places, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.capacity import HoursLeft, Stretch, Sums, Tally
from ltsched.domain.explaining.step import Call
from ltsched.domain.option import Kind
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import day_text, listed, listed_first, plural

__all__ = [
    "TALLY_CURE",
    "capacity_cure_words",
    "capacity_words",
    "hours_text",
    "people_words",
    "tally_cure_words",
    "tally_words",
]

FEW = 6
"""So many activities are named where they are not all there are."""
FEW_NAMED = 3
"""So many activities, and so many people, are named of those that a tally counts."""
TALLY_CURE = "Others who may hold them, fewer or shorter ones, shorter gaps, or more days would be needed"
TIME_CURE = "More of their time, fewer or shorter activities, or more days would be needed"
AFTER_HOURS = "the gap after the last of a day may lie after hours"
NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four"}


def capacity_words(sums: Sums, call: Call = str) -> str:
    """Return what is needed, and what there is, on the best days."""
    asked, word = sums.activities, sums.stretch.word
    what = f"{_named(asked, sums.among, call)}{_within(sums.stretch)}, each {_length(asked)}"
    where = f"{f'in the best {word}' if word else 'in all'} (from {day_text(sums.days[0])})"
    if any(own.person == sums.who for own in sums.hours):
        own = sums.hours[0]
        return f"{what}, cannot be held without {call(sums.who)}; {where} {_hours_words(own, call)} ({AFTER_HOURS})"
    if sums.who == "lead reviewer" and sums.needed == len(asked):
        hours = sum(activity.minutes + activity.gap_minutes for activity in asked) / 60
        each = "; ".join(f"the pair of {_hours_words(own, call)} ({AFTER_HOURS})" for own in sums.hours)
        return f"{what}, need {hours:g} h; {where} {each}"
    sizes = set(sums.wanted.values())
    take = f"{min(sizes)} {sums.who}s each" if len(sizes) == 1 else f"{sums.who}s"
    each = "; ".join(
        _hours_words(own, call)
        if own.possible <= sums.may_hold[own.person]
        else f"{call(own.person)} may hold {sums.may_hold[own.person]}"
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


def tally_words(tally: Tally, call: Call = str) -> str:
    """Return what is needed of people, and what there is room for; whoever tells it says whether that is too little."""
    first, last = tally.days
    days = f"on {day_text(first)}" if first == last else f"from {day_text(first)} to {day_text(last)}"
    best = f"in the best {tally.stretch.word} " if tally.stretch.word else ""
    where = f"{best}{days}" + (", which is all that the windows and the order leave," if tally.short else "")
    if tally.in_minutes:
        return f"{_taken_words(tally, call)}; {where} {_time_words(tally)}"
    beside = f" beside {_meetings_words(tally, call)}, to which they must come," if tally.beside else ""
    if tally.possible is None:
        return f"{_need_words(tally, call)}; {where}{beside} these meetings do not fit"
    of_them = " of them" if tally.each else " in all"
    counted = ", counted day by day" if tally.short else ""
    there = f"there is room for at most {tally.possible}{of_them}{counted}"
    return f"{_need_words(tally, call)}; {where}{beside} {_rooms_words(tally, call)}{there}"


def tally_cure_words(tally: Tally) -> str:
    """Return what would have to be otherwise where a tally is short."""
    return TIME_CURE if tally.in_minutes else TALLY_CURE


def people_words(people: Sequence[str], call: Call = str) -> str:
    """Return a few people by their names, or how many there are."""
    return listed(map(call, people)) if len(people) <= FEW_NAMED else plural(len(people), "person", "people")


def hours_text(minutes: int) -> str:
    """Return ``3 h``, ``45 min`` or ``2 h 30 min``."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours or not rest) + [f"{rest} min"] * bool(rest))


def _need_words(tally: Tally, call: Call) -> str:
    people, asked = people_words(tally.people, call), tally.activities
    count, within, length = _named(asked, 0, call), _within(tally.stretch), _length(asked)
    if tally.each:
        return f"{count}{within}, each {length}, cannot be held without {people}"
    places = plural(tally.needed, "place")
    if not tally.only:
        return f"{count}{within}, each {length}, need {places} of {people}, whoever else holds them"
    number = NUMBERS.get(len(tally.people), str(len(tally.people)))
    who = f"{people} are the only {number} who may hold any"
    if len(tally.people) > FEW_NAMED:
        who = f"only {people} may hold any"
    if len(tally.people) == 1:
        who = f"{people} is the only one who may hold any"
    word = "auditor" if all(one.kind is Kind.AUDIT for one in asked) else "reviewer"
    times = f" × {plural(tally.size, word)}" if tally.size else ""
    return f"{count}{times}{within}, each {length}, need {places}; {who}"


def _rooms_words(tally: Tally, call: Call) -> str:
    """Return how many each has room for, where that says more than all together."""
    if len(tally.rooms) < 2 or tally.each:
        return ""
    rooms = set(tally.rooms.values())
    if len(rooms) == 1:
        return f"each of them has room for {rooms.pop()}: "
    return f"{listed(f'{call(person)} has room for {room}' for person, room in tally.rooms.items())}: "


def _taken_words(tally: Tally, call: Call) -> str:
    """Return what takes the time of somebody."""
    names = listed_first([call(one.id) for one in tally.activities], FEW_NAMED)
    time = hours_text(tally.needed)
    gaps = ", with the gaps after them" if any(one.panel and one.gap_minutes for one in tally.activities) else ""
    count = plural(len(tally.activities), "activity", "activities")
    one = len(tally.people) == 1
    who = f"{people_words(tally.people, call)} {'is' if one else 'are each'}"
    return f"{who} needed for {count} ({names}), which take {time}{gaps}"


def _time_words(tally: Tally) -> str:
    on = f" on {plural(tally.days_there, 'day')}" if tally.days_there else ""
    return f"there are at most {hours_text(tally.possible or 0)} for it{on}"


def _meetings_words(tally: Tally, call: Call) -> str:
    few = len(tally.beside) <= FEW_NAMED
    return listed(map(call, tally.beside)) if few else plural(len(tally.beside), "meeting")


def _within(stretch: Stretch) -> str:
    within = f" in one {stretch.word}" if stretch.word else ""
    return f"{within} of {plural(stretch.most_working_days, 'working day')}" if stretch.most_working_days else within


def _hours_words(own: HoursLeft, call: Call) -> str:
    left = (own.free_minutes - own.meeting_minutes) / 60
    a_day = "" if own.most_a_day is None else f" by {own.most_a_day} a day"
    return (
        f"{call(own.person)} has {own.free_minutes / 60:g} h of free working time less "
        f"{own.meeting_minutes / 60:g} h of meetings = {left:g} h, room for at most {own.possible}{a_day}"
    )


def _named(asked: Sequence[Activity], of: int, call: Call) -> str:
    kinds = {activity.kind for activity in asked}
    words = KIND_WORDS[kinds.pop()] if len(kinds) == 1 else None
    if len(asked) < of and len(asked) <= FEW:
        return listed(call(activity.id) for activity in asked)
    many = words.many if words else "bookings"
    return f"{len(asked)} {words.one if words and len(asked) == 1 else many}"


def _length(asked: Sequence[Activity]) -> str:
    least = "" if len({(one.minutes, one.gap_minutes) for one in asked}) == 1 else "at least "
    minutes, gap_minutes = min(one.minutes for one in asked), min(one.gap_minutes for one in asked)
    return f"{least}{minutes} minutes" + (f" and then {gap_minutes} free" if gap_minutes else "")
