"""What several entries with one UID are to one another: versions, exceptions of a series, or different entries."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.syntax.doubts import Doubt
from ltsched.files.calendars.syntax.values import until_of

__all__ = ["Series", "series_of"]

ONE_RUN = timedelta(minutes=1)
"""A program that stamps entries as it exports them is done with two of them within this time."""

PAIR = 2


@dataclass(frozen=True, slots=True)
class Series:
    """What the entries with one UID come to.

    Parameters
    ----------
    masters
        Those that stand for themselves, each with its repetitions; usually one.
    changes
        Those that stand for one of the occurrences, or for one and all after it.
    doubts
        What could not be told.
    older
        Versions that do not count any more.
    """

    masters: tuple[Entry, ...]
    changes: tuple[Entry, ...]
    doubts: tuple[Doubt, ...] = ()
    older: tuple[Entry, ...] = ()


def series_of(entries: Sequence[Entry]) -> Series:
    """Sort out the entries with one UID.

    Of versions of one entry the newest counts: that with the highest SEQUENCE, then with the latest LAST-MODIFIED or
    DTSTAMP (:rfc:`5545#section-3.8.7.4`). Rotas and timetables give one UID to entries that are no versions: those
    that were made at different times, the parts of a series of which one ends before the other begins, and whatever
    cannot be told apart. They all count.
    """
    if len(entries) == 1 and entries[0].replaces is None:
        return Series((entries[0],), ())
    doubts: list[Doubt] = []
    masters = [entry for entry in entries if entry.replaces is None]
    changes = [entry for entry in entries if entry.replaces is not None]
    if not masters:  # an export that has only what somebody is invited to
        masters = [replace(entry, replaces=None, and_all_after=False) for entry in changes if entry.rules]
        changes = [entry for entry in changes if not entry.rules]
    kept = _newest(masters, doubts)
    for group in _groups(changes, _replaced):
        kept += _newest(group, doubts)
    return Series(
        tuple(entry for entry in kept if entry.replaces is None),
        tuple(entry for entry in kept if entry.replaces is not None),
        tuple(doubts),
        tuple(
            entry for entry in masters if entry not in kept and _what_it_takes(entry) not in map(_what_it_takes, kept)
        ),
    )


def _newest(entries: Sequence[Entry], doubts: list[Doubt]) -> list[Entry]:
    """Return those of `entries` that count."""
    if len(entries) < PAIR:
        return list(entries)
    different = list({_what_it_takes(entry): entry for entry in reversed(entries)}.values())[::-1]
    made = [entry.created for entry in different]
    if len(different) == 1 or (None not in made and len(set(made)) == len(made)):
        return different
    *earlier, newest = sorted(_groups(different, lambda entry: entry.sequence), key=lambda group: group[0].sequence)
    if any(len(_latest(group)) > 1 for group in earlier):
        newest = different  # a rota of which one shift was changed: no entry has two versions of one number
        earlier = []
    parts = [entry for group in earlier for entry in group if all(_over_before(entry, new) for new in newest)]
    if len(newest) == PAIR or (None not in made and len(set(made)) == 1):
        newest = _latest(newest)
    if len(newest) > 1:
        found = f"{len(newest)} entries have one UID, and nothing tells which of them is the newest"
        first = newest[0]
        day = first.start.date() if isinstance(first.start, datetime) else first.start
        doubts.append(Doubt("UID", found, "all of them are taken as busy", first.line, day))
    return [*parts, *newest]


def _latest(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entry that was changed last; all of them if that cannot be told."""
    stamped = sorted((entry.changed, entry.line) for entry in entries if entry.changed is not None)
    if len(stamped) < len(entries) or len(entries) < PAIR or stamped[-1][0] - stamped[-2][0] <= ONE_RUN:
        return list(entries)
    return [entry for entry in entries if entry.line == stamped[-1][1]]


def _over_before(one: Entry, other: Entry) -> bool:
    """Return whether a series ends before `other` begins: the first part of one that was split."""
    if not one.rules:
        return False
    begins = other.start.date() if isinstance(other.start, datetime) else other.start
    for rule in one.rules:
        until = until_of(rule)
        if until is None or (until.date() if isinstance(until, datetime) else until) > begins:
            return False
    return True


def _what_it_takes(entry: Entry) -> Hashable:
    return entry.start, entry.end, entry.before, entry.rules, entry.more, entry.without, entry.busy, entry.replaces


def _replaced(entry: Entry) -> Hashable:
    moment = entry.replaces
    return (moment.astimezone(UTC) if isinstance(moment, datetime) else moment), entry.and_all_after


def _groups(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> list[list[Entry]]:
    found: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return list(found.values())
