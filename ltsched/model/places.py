"""How many of several activities with panels a day can hold, by the time and the number of those who hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import most_a_day
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.packing import most_in_a_day

__all__ = ["most_held_by_day", "places_of"]


def most_held_by_day(agenda: Agenda, free: FreeTime, held: Sequence[Candidates]) -> dict[int, int]:
    """Return for each day of the grid on which any of `held` can lie how many of them can, at most.

    Each takes ``size`` places and ``least_leads`` places of lead reviewers, and a person has as many places as bookings
    of the shortest length follow one another in their free time, and as the daily loads allow. Where any two panels
    have somebody in common, all of them lie one after the other.
    """
    panels = [own.activity.panel for own in held if own.activity.panel is not None]
    pool = {member for panel in panels for member in panel.pool}
    leads = {lead for panel in panels for lead in panel.leads}
    size, least_leads = min(panel.size for panel in panels), min(panel.least_leads for panel in panels)
    with_gap = min(own.length + own.gap for own in held)
    places = {member: places_of(agenda, free, held, member) for member in pool}
    one_by_one = 2 * size > len(pool) or 2 * least_leads > len(leads)
    found = {}
    for day, starts in _by_day(held, free.grid.slots_a_day).items():
        most = sum(bool(own.bits & starts) for own in held)
        if size:
            most = min(most, sum(places[member].get(day, 0) for member in pool) // size)
        if least_leads:
            most = min(most, sum(places[lead].get(day, 0) for lead in leads) // least_leads)
        if one_by_one:
            most = min(most, most_in_a_day(starts, with_gap, most))
        found[day] = most
    return found


def _by_day(held: Sequence[Candidates], slots_a_day: int) -> Mapping[int, int]:
    days: dict[int, int] = {}
    every = 0
    for own in held:
        every |= own.bits
    whole = (1 << slots_a_day) - 1
    day = 0
    while every >> (day * slots_a_day):
        bits = every & whole << (day * slots_a_day)
        if bits:
            days[day] = bits
        day += 1
    return days


def places_of(agenda: Agenda, free: FreeTime, held: Sequence[Candidates], person: str) -> dict[int, int]:
    """Return for each day on which `person` could hold any of `held` how many of them they could, at most."""
    own = [one for one in held if one.activity.panel is not None and person in one.activity.panel.pool]
    if not own:
        return {}
    limit = most_a_day(agenda.daily_loads, [one.activity.id for one in own])
    length, with_gap = min(one.length for one in own), min(one.length + one.gap for one in own)
    able = free.starts(person, length)
    days = {day: starts & able for day, starts in _by_day(own, free.grid.slots_a_day).items()}
    return {day: most_in_a_day(starts, with_gap, limit) for day, starts in days.items() if starts}
