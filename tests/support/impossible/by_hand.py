"""What somebody could write into a folder by hand, each as a function of the folder."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.impossible.folder import Folder

__all__ = ["Make", "all_of", "cell", "never_away", "no_table", "number", "person", "room"]

Make = Callable[[Folder], None]


def never_away(*ids: str) -> Make:
    """Nothing stands in the way of these people or rooms, in busy.csv or in their calendars."""

    def done(folder: Folder) -> None:
        folder.busy = [row for row in folder.busy if row[0] not in ids]
        for id in ids:
            folder.calendars.pop(id, None)

    return done


def number(**numbers: object) -> Make:
    """Other numbers of the option."""
    return lambda folder: folder.customise(**numbers)


def cell(id: str, column: str, text: str = "") -> Make:
    """Another cell of people.csv."""
    return lambda folder: folder.people[id].update({column: text})


def person(id: str, role: str, agency: str) -> Make:
    """One more person, who works all the week."""
    return lambda folder: folder.people.update({id: {"id": id, "name": f"New {id}", "role": role, "agency": agency}})


def room(id: str, capacity: int) -> Make:
    """So many seats in a room, which may be a new one."""
    return lambda folder: folder.rooms.update({id: {"id": id, "name": f"Room {id}", "capacity": str(capacity)}})


def no_table(name: str, **keys: str) -> Make:
    """None of the tables of this name in review.toml that have these keys."""

    def done(folder: Folder) -> None:
        tables = folder.review[name]
        folder.review[name] = [one for one in tables if any(one.get(key) != keys[key] for key in keys)]
        if not folder.review[name]:
            del folder.review[name]

    return done


def all_of(*made: Make) -> Make:
    """One after another."""

    def done(folder: Folder) -> None:
        for make in made:
            make(folder)

    return done
