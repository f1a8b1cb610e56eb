"""Which times of a calendar are the review's own bookings: they are to be planned, and keep nobody from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from ltsched.domain.availability import Level
from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.own_merged import BESIDE, LEFT_OPEN, ROUNDED, TOGETHER, WITHIN, Part, merged_parts
from ltsched.files.calendars.own_times import OwnTime
from ltsched.files.calendars.own_uid import uid_key
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.series.occurrences import Occurrence
from ltsched.files.calendars.syntax.parts import CalendarPart
from ltsched.files.calendars.syntax.properties import read_property
from ltsched.files.calendars.syntax.values import parse_moment

__all__ = ["BEFORE", "BESIDE", "BY_TIME", "BY_UID", "LEFT_OPEN", "ROUNDED", "TOGETHER", "WITHIN", "own_parts"]

BY_UID = "an invitation of this review"
BY_TIME = "a booking of this review, by its time"
BEFORE = "a booking of this review, by its earlier time"


class Written(NamedTuple):
    """Whether an entry repeats, and when it was made and last changed, where that is known."""

    repeats: bool = False
    created: datetime | None = None
    changed: datetime | None = None


def own_parts(
    found: Sequence[Occurrence], entries: Sequence[Entry], parts: Sequence[CalendarPart], owner: Owner
) -> Mapping[int, tuple[Part, ...]]:
    """Return which of the occurrences are the review's own, by their index, in their parts.

    An export keeps the UID of an invitation, or has lost it ("availability only"). Then a time that is exactly that of
    a booking to which its owner is invited is that booking: one time for each, and not where the calendar says that it
    was there before the invitation. The same holds of the time that a booking had before it was moved, where the
    calendar was written before that or does not show the new one. What may be several times in one is looked at by
    `merged_parts`.
    """
    if not owner.own_uids:
        return {}
    keys = {entry.line: uid_key(entry.uid) for entry in entries if entry.uid}
    aside: dict[int, tuple[Part, ...]] = {
        i: (Part(each.span, BY_UID),) for i, each in enumerate(found) if keys.get(each.line) in owner.own_uids
    }
    seen = {keys[found[i].line] for i in aside}
    known = {found[i].exact for i in aside}
    still = [own for own in owner.invited if not own.uids & seen and own.span not in known]
    written = _written(entries, parts)
    shown = {
        i: written.get(each.line, Written())
        for i, each in enumerate(found)
        if i not in aside and each.busy.level is not Level.FREE
    }
    shown = {i: when for i, when in shown.items() if not when.repeats}
    for i, own in _exactly(found, shown, still):
        aside[i] = (Part(found[i].span, BY_TIME if own.stands else BEFORE),)
    if not seen:  # a program that keeps UIDs puts no times together
        open_ones = {i: when for i, when in shown.items() if i not in aside and when.created is None}
        aside |= merged_parts(found, dict(_candidates(found, open_ones, still)))
    return aside


def _exactly(
    found: Sequence[Occurrence], shown: Mapping[int, Written], still: list[OwnTime]
) -> Iterator[tuple[int, OwnTime]]:
    """Yield the occurrences that are exactly an own time, and take the bookings that are found out of `still`."""
    by_span: dict[tuple[int, int], list[int]] = {}
    for i in shown:
        by_span.setdefault(found[i].exact, []).append(i)
    for own in list(still):  # those that stand come first
        if own not in still:
            continue
        moved = any(each.activity == own.activity and each.stands for each in still)
        for i in by_span.get(own.span, ()):
            if _may_be(own, shown[i], moved=moved):
                by_span[own.span].remove(i)
                still[:] = [each for each in still if each.activity != own.activity]
                yield i, own
                break


def _candidates(
    found: Sequence[Occurrence], shown: Mapping[int, Written], still: Sequence[OwnTime]
) -> Iterator[tuple[int, list[OwnTime]]]:
    """Yield the own times that begin within an occurrence and can be in it, where there are any."""
    ordered = sorted(still, key=lambda own: own.span)
    starts = [own.span[0] for own in ordered]
    for i, when in shown.items():
        start, end = found[i].exact
        within = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        owns = [own for own in within if _may_be(own, when)]
        if owns:
            yield i, owns


def _may_be(own: OwnTime, when: Written, *, moved: bool = False) -> bool:
    """Return whether an entry that was written then can be a booking as it was at that time.

    Where the entry does not say when it was written, it can be one that `moved` since and is not shown elsewhere.
    """
    made = when.created or when.changed
    if made is not None and made < own.first:
        return False
    if when.changed is None:
        return own.stands or moved
    return own.issued <= when.changed and (own.until is None or when.changed < own.until)


def _written(entries: Sequence[Entry], parts: Sequence[CalendarPart]) -> Mapping[int, Written]:
    """Return when something was written, by the line on which it begins."""
    found: dict[int, Written] = {}
    for entry in entries:
        found[entry.line] = Written(bool(entry.rules or entry.more or entry.whole_days), entry.created, entry.changed)
    for part in parts:
        if part.name == "VFREEBUSY":
            for line in part.lines:
                prop = read_property(line, is_date=True)
                if prop is not None and prop.name == "DTSTAMP":
                    found[part.line] = Written(changed=_stamp(prop.value))
    return found


def _stamp(text: str) -> datetime | None:
    try:
        moment = parse_moment(text)
    except (ValueError, OverflowError):
        return None
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None
