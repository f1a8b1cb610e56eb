"""Keep time free for a timetable, so that an instance is known to have one before anything has solved it."""

from __future__ import annotations

from datetime import date, timedelta

from .instance import Instance

__all__ = ["HOLIDAYS", "plant_conversations", "plant_meeting", "working_day"]

HOLIDAYS = {
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
    date(2027, 5, 3),
    date(2027, 5, 31),
    date(2027, 8, 30),
    date(2027, 12, 27),
    date(2027, 12, 28),
    date(2028, 1, 3),
    date(2028, 4, 14),
    date(2028, 4, 17),
    date(2028, 5, 1),
    date(2028, 5, 29),
}
"""Bank holidays of England; written out, so that the instances stay the same whatever a later package says."""

ONE_DAY = timedelta(days=1)
CONVERSATION_STARTS = (9 * 60, 11 * 60 + 30, 14 * 60)


def working_day(day: date) -> date:
    """Return `day` or the first working day after it."""
    while day.weekday() >= 5 or day in HOLIDAYS:
        day += ONE_DAY
    return day


def plant_meeting(
    instance: Instance,
    day: date,
    minutes: int,
    group: str,
    come: float,
    *,
    start: int | None = None,
    certain: bool = True,
) -> None:
    """Keep `day` free for a meeting of those whose ids begin with a letter of `group`, for a share `come` of them.

    Lead reviewers and essential people always come. With `certain`, at least eight in ten of the review team do, and
    two thirds of all.
    """
    diaries, dice = instance.diaries, instance.diaries.dice
    people = [person for person in instance.cast.people() if person.id[0] in group]
    must = [person.id for person in people if person.id[0] == "l" or (person.essential and "p" in group)]
    others = [person.id for person in people if person.id not in must]
    dice.shuffle(others)
    if certain:
        # The review team first: its quorum is a share of few.
        others.sort(key=lambda who: who[0] == "p" and "p" not in group)
    count = round(len(others) * come)
    if certain:
        count = max(count, -(-len(others) * 8 // 10) if "p" not in group else -(-len(others) * 2 // 3))
    begin = start if start is not None else dice.choice(range(9 * 60, 17 * 60 - minutes + 1, 30))
    for who in must + others[:count]:
        diaries.clear(who, day, begin, begin + minutes)


def may_hold(instance: Instance, reviewer: str, practitioner: str) -> bool:
    """Return whether `reviewer` is neither of the agency of `practitioner` nor manages them."""
    people = {person.id: person for person in instance.cast.people()}
    one, other = people[reviewer], people[practitioner]
    return one.agency != other.agency and other.manager != reviewer


def plant_conversations(instance: Instance, first: date, last: date, *, apart_from: set[date]) -> None:
    """Keep time free for each conversation, by a lead reviewer and one of the team, between `first` and `last`."""
    diaries, dice = instance.diaries, instance.diaries.dice
    days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    days = [day for day in days if day.weekday() < 5 and day not in HOLIDAYS and day not in apart_from]
    places = [(day, start) for day in days for start in CONVERSATION_STARTS]
    taken: set[tuple[str, date, int]] = set()
    leads, team = instance.ids("l"), instance.ids("t")
    whom = [person.id for person in instance.cast.people() if person.rank is not None or person.role == "family"]
    for number, practitioner in enumerate(whom):
        lead = leads[number % len(leads)]
        while True:
            day, start = dice.choice(places)
            if practitioner[0] == "f" and start == CONVERSATION_STARTS[0]:
                continue
            seconds = [
                member
                for member in team + leads
                if member != lead and may_hold(instance, member, practitioner) and (member, day, start) not in taken
            ]
            if (lead, day, start) not in taken and seconds:
                break
        second = dice.choice(seconds)
        taken |= {(lead, day, start), (second, day, start)}
        for who in (lead, second, practitioner):
            diaries.clear(who, day, start, start + 120)
