"""The times of bookings that somebody is or was invited to: what a calendar shows where it has lost their UIDs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ltsched.domain.invitations.answered import latest_answers
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method
from ltsched.domain.people import Room
from ltsched.domain.spans import minute_after, minute_before
from ltsched.files.calendars.own_uid import uid_key

__all__ = ["OwnTime", "own_times"]


@dataclass(frozen=True, slots=True)
class OwnTime:
    """A time of a booking, from when it was announced until it was changed.

    Parameters
    ----------
    activity
        The id of the activity.
    span
        ``[start, end)`` in minutes since the epoch.
    first
        When the invitation was first issued, for whatever time.
    issued
        When it was issued for this time.
    until
        When that was changed to another time, or cancelled; None as long as it stands.
    accepted
        Whether the last word about it was yes.
    uids
        The keys (`own_uid.uid_key`) of the invitations.
    """

    activity: str
    span: tuple[int, int]
    first: datetime
    issued: datetime
    until: datetime | None = None
    accepted: bool = False
    uids: frozenset[str] = frozenset()

    @property
    def stands(self) -> bool:
        """Whether nothing has been said since that changes it."""
        return self.until is None


def own_times(ledger: Ledger, rooms: Sequence[Room]) -> Mapping[str, tuple[OwnTime, ...]]:
    """Return the times of the bookings that each person is or was invited to, and each room was told of, by id.

    A time that somebody has declined is not among theirs: what a calendar shows there is something else. The times
    that stand come first.
    """
    found: dict[str, list[OwnTime]] = {}
    by_name = {room.name: room.id for room in rooms if room.name.strip()} | {room.id: room.id for room in rooms}
    counted = latest_answers(ledger.answers)
    lines: dict[tuple[str, str], list[Issued]] = {}
    for line in ledger.issued:
        lines.setdefault(line.told.key, []).append(line)
    for (_, recipient), messages in lines.items():
        found.setdefault(recipient, []).extend(time for _, time in _times(messages, counted))
        for location, time in _times(messages, counted, with_room=True):
            room = by_name.get(location)
            if room is not None:
                found.setdefault(room, []).append(replace(time, accepted=False))
    return {id: tuple(_together(times)) for id, times in found.items()}


def _times(
    messages: Iterable[Issued], counted: Mapping[tuple[str, int], Answer], *, with_room: bool = False
) -> Iterator[tuple[str, OwnTime]]:
    """Yield the times of one invitation with their rooms; where the room alone is changed, only with `with_room`."""
    at_one_time: list[Issued] = []
    first: datetime | None = None
    for line in messages:
        first = first or line.issued_at
        before = at_one_time[-1] if at_one_time else None
        same = before is not None and _span(before) == _span(line)
        if with_room and before is not None and before.told.location != line.told.location:
            same = False
        if before is not None and (line.method is Method.CANCEL or not same):
            yield from _time(at_one_time, first, line.issued_at, counted)
            at_one_time = []
        if line.method is Method.REQUEST:
            at_one_time.append(line)
    if at_one_time and first is not None:
        yield from _time(at_one_time, first, None, counted)


def _time(
    versions: Sequence[Issued], first: datetime, until: datetime | None, counted: Mapping[tuple[str, int], Answer]
) -> Iterator[tuple[str, OwnTime]]:
    """Yield the time of these versions, of which each has the same, unless the last of them was declined."""
    last = counted.get((versions[-1].uid, versions[-1].sequence))
    if last is not None and last.said is Said.DECLINED:
        return
    answers = [answer for line in versions if (answer := counted.get((line.uid, line.sequence))) is not None]
    told = versions[0].told
    yield (
        told.location,
        OwnTime(
            activity=told.activity,
            span=_span(versions[0]),
            first=first,
            issued=versions[0].issued_at,
            until=until,
            accepted=bool(answers) and answers[-1].said is Said.ACCEPTED,
            uids=frozenset(uid_key(line.uid) for line in versions),
        ),
    )


def _together(times: Iterable[OwnTime]) -> Iterable[OwnTime]:
    """Return each time of an activity once, with the UIDs of all who were told it; those that stand first."""
    found: dict[tuple[object, ...], OwnTime] = {}
    for time in times:
        key = time.activity, time.span, time.until
        so_far = found.get(key, time)
        found[key] = replace(
            so_far,
            first=min(so_far.first, time.first),
            issued=min(so_far.issued, time.issued),
            uids=so_far.uids | time.uids,
        )
    return sorted(found.values(), key=lambda time: (not time.stands, time.span))


def _span(line: Issued) -> tuple[int, int]:
    return minute_before(line.told.start), minute_after(line.told.end)
