"""Shipped scenarios to which one thing after the other happens; after each it is planned again, and people are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import ltsched
from tests.support.living import Living
from tests.support.three_weeks_later import add_lines, announced, away, taken_out

__all__ = ["CHAINS", "lived"]

Event = Callable[[Living], Mapping[str, Any] | None]
"""What happens, and what is wished of the replanning after it; None for nothing."""

ILL = "{},{},{},busy,"


def rooms_are_found(living: Living) -> None:
    rooms = ("id,name,capacity", 'r1,"Large Room, upstairs",30', "r2,Hall; Annexe,40", "r3,Small Room,12")
    (living.folder / "rooms.csv").write_text("\n".join(rooms) + "\n", encoding="utf-8")


def declines(id: str, activity: str) -> Event:
    """Somebody says by telephone that they will not come."""

    def happens(living: Living) -> None:
        ltsched.record_answers(living.read(), no=[(id, activity)])

    return happens


def is_ill(id: str, first: str, last: str) -> Event:
    return lambda living: away(living.folder, id, first, last)


def is_well(id: str, first: str, last: str) -> Event:
    return lambda living: put(living.folder / "busy.csv", f"{ILL.format(id, first, last)}\n", "")


def room_is_lost(id: str) -> Event:
    return lambda living: living.without("rooms.csv", id)


def has_another_address(old: str, new: str) -> Event:
    return lambda living: put(living.folder / "people.csv", f",{old},", f",{new},")


def is_replaced(id: str, row: str) -> Event:
    """Somebody else, with this row of people.csv, takes the place of who has left."""

    def happens(living: Living) -> Mapping[str, Any]:
        people, newcomer = living.folder / "people.csv", row.split(",")[0]
        taken_out(people, id)
        (living.folder / "calendars" / f"{id}.ics").unlink(missing_ok=True)
        people.write_text(people.read_text(encoding="utf-8").replace(f",{id},", f",{newcomer},"), encoding="utf-8")
        add_lines(people, row)
        return {"replacements": {id: newcomer}}

    return happens


def is_held_up(since: str) -> Event:
    """Nothing can be from a day on, and nobody knows until when."""
    lines = f'[[hold]]\nscope = "review"\nfrom = {since}\nreason = "criminal trial"'
    return lambda living: add_lines(living.folder / "review.toml", lines)


def goes_on(since: str, until: str) -> Event:
    return lambda living: put(living.folder / "review.toml", f"from = {since}\n", f"from = {since}\nuntil = {until}\n")


def is_moved(activity: str, start: datetime) -> Event:
    return lambda living: {"moves": {activity: start}}


def is_agreed(activity: str, start: datetime) -> Event:
    return lambda living: living.settle(activity, "agreed", start)


def is_held(activity: str, start: datetime) -> Event:
    """Those who were to hold it have done so, at this time."""

    def happens(living: Living) -> None:
        (panel,) = (one.panel for one in living.to_come() if one.activity == activity)
        living.settle(activity, "held", start, panel)

    return happens


def was_not_held(activity: str, day: date) -> Event:
    return lambda living: living.settle(activity, "not-held", day)


def is_dropped(activity: str) -> Event:
    return lambda living: living.settle(activity, "dropped")


def put(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old` in a file, where it stands once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


CHAINS: Mapping[str, Mapping[date, Event]] = {
    "focused": {
        date(2027, 3, 8): rooms_are_found,
        date(2027, 3, 15): declines("t1", "review-team-meeting:1"),
        date(2027, 3, 22): is_ill("t2", "2027-06-07", "2027-06-11"),
        date(2027, 3, 30): is_moved("introduction", datetime(2027, 6, 3, 14)),
        date(2027, 4, 5): room_is_lost("r1"),
        date(2027, 4, 12): is_replaced(
            "t3", "t9,B. Newcomer,b.newcomer@hospital.nhs.example,review-team,Hospital Trust,,,,,"
        ),
        date(2027, 4, 13): has_another_address("w.larkfeather@housing.council.example", "Larkfeather@homes.example"),
        date(2027, 4, 19): is_held_up("2027-06-08"),
        date(2027, 5, 3): goes_on("2027-06-08", "2027-06-30"),
        date(2027, 5, 4): is_ill("p13", "2027-07-01", "2027-07-31"),
        date(2027, 5, 10): is_agreed("event", datetime(2027, 7, 8, 11)),
        date(2027, 5, 11): is_well("p13", "2027-07-01", "2027-07-31"),
        date(2027, 5, 12): has_another_address("Larkfeather@homes.example", "w.larkfeather@housing.council.example"),
        date(2027, 5, 20): is_held("review-team-meeting:1", datetime(2027, 5, 20, 9)),
        date(2027, 7, 12): was_not_held("event", date(2027, 7, 8)),
        date(2027, 7, 13): is_dropped("review-team-meeting:2"),
    },
    "full": {
        date(2027, 1, 18): declines("p05", "conversation:p05"),
        date(2027, 2, 1): is_ill("p14", "2027-03-22", "2027-04-16"),
        date(2027, 2, 8): room_is_lost("r4"),
        date(2027, 2, 15): is_replaced(
            "t3", "t9,B. Newcomer,b.newcomer@hospital.nhs.example,review-team,Hospital Trust,,yes,,,"
        ),
        date(2027, 3, 15): is_held("conversation:p03", datetime(2027, 3, 15, 10)),
        date(2027, 3, 22): was_not_held("conversation:p08", date(2027, 3, 18)),
        date(2027, 3, 29): is_held_up("2027-04-10"),
        date(2027, 4, 20): goes_on("2027-04-10", "2027-04-30"),
        date(2027, 5, 3): is_dropped("conversation:p17"),
        date(2027, 5, 10): is_moved("joint-meeting:2", datetime(2027, 7, 20, 10)),
    },
}
"""What happens to each scenario, and on which day."""


def lived(name: str, folder: Path, events: int | None = None) -> Living:
    """Return a scenario that was announced, after so many of its events, or after all of them.

    After each of these somebody had to be told something, and has been.
    """
    living = Living(announced(name, folder))
    for living.today, event in list(CHAINS[name].items())[:events]:
        with living.now():
            replanned = living.replan(**(event(living) or {}))
            assert replanned.result.timetable is not None, living.today
            if not replanned.unchanged:
                ltsched.write(replanned.result, folder / "out")
            assert living.invite().due, living.today
    return living
