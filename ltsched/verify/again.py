"""The stages of replanning, counted afresh: what moves, who is told of how much, how far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.replanning.before import Before
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking

__all__ = ["COUNTED_AGAIN", "counted_again"]

Bookings = Sequence[Booking]

FRIDAY = 5


def counted_again(agenda: Agenda, bookings: Bookings) -> dict[str, int]:
    """Return the value of each stage of replanning, by name; none for an agenda that has nothing before it."""
    before = agenda.before
    if before is None:
        return {}
    return {name: count(agenda, before, bookings) for name, count in COUNTED_AGAIN.items()}


def _invited_to(before: Before) -> set[str]:
    """Return the activities with an invitation that nobody has taken back and whose time is not over."""
    last = {}
    for line in before.ledger.issued:
        last[line.told.activity, line.told.recipient] = line
    return {id for (id, _), line in last.items() if line.method == "REQUEST" and line.told.end > before.now}


def _pairs(agenda: Agenda, before: Before, bookings: Bookings) -> Iterator[tuple[Booking, Booking]]:
    """Yield what was booked before, and may not move for nothing, with what it is now."""
    for now in bookings:
        if now.activity in before.bookings and now.activity not in before.free and now not in agenda.review.over:
            yield before.bookings[now.activity], now


def _moved(agenda: Agenda, before: Before, bookings: Bookings) -> int:
    told = _invited_to(before)
    pairs = (pair for pair in _pairs(agenda, before, bookings) if pair[1].activity in told)
    return sum(was.start.astimezone(UTC) != now.start.astimezone(UTC) for was, now in pairs)


def _unannounced(agenda: Agenda, before: Before, bookings: Bookings) -> int:
    told = _invited_to(before)
    count = 0
    for was, now in _pairs(agenda, before, bookings):
        same = was.start.astimezone(UTC) == now.start.astimezone(UTC) and sorted(was.panel) == sorted(now.panel)
        count += now.activity not in told and not same
    return count


def _heard(agenda: Agenda, before: Before, bookings: Bookings) -> set[tuple[str, str]]:
    """Return who hears of which activity, as pairs: what they should know is not what they were told last."""
    if before.organiser is None or not before.ledger.issued:
        return set()
    shown, told = before.ledger.shown, _invited_to(before)
    wanted = {one.told.key: one for one in invitees(agenda.review, bookings, before.organiser, shown).invitations}
    last = {(line.told.activity, line.told.recipient): line for line in before.ledger.issued}
    heard = set()
    for key in {*wanted, *last}:
        now, line = wanted.get(key), last.get(key)
        stands = line is not None and line.method == "REQUEST"
        ahead = now is not None and now.told.end > before.now
        was_ahead = line is not None and line.told.end > before.now
        if now is None:
            changed = stands and was_ahead
        elif not stands:
            changed = ahead
        else:
            assert line is not None
            changed = (ahead or was_ahead) and now.hash() != line.hash
        if changed and key[0] in told and key[0] not in before.free:
            heard.add(key)
    return heard


def _told(agenda: Agenda, before: Before, bookings: Bookings) -> int:
    return len({person for _, person in _heard(agenda, before, bookings)})


def _messages(agenda: Agenda, before: Before, bookings: Bookings) -> int:
    return len(_heard(agenda, before, bookings))


def _distance(agenda: Agenda, before: Before, bookings: Bookings) -> int:
    total = 0
    for was, now in _pairs(agenda, before, bookings):
        proposed = [one.start.date() for one in before.proposals if one.activity == now.activity]
        total += min(_apart(agenda.review, now.day, day) for day in (was.day, *proposed))
    return total


def _apart(review: Review, one: date, other: date) -> int:
    """Count the working days from the earlier of two days to the day before the later one."""
    first, end = min(one, other), max(one, other)
    days = (first + timedelta(days=number) for number in range((end - first).days))
    return sum(day.isoweekday() <= FRIDAY and day not in review.holidays for day in days)


COUNTED_AGAIN: Mapping[str, Callable[[Agenda, Before, Bookings], int]] = {
    "moved": _moved,
    "told": _told,
    "messages": _messages,
    "moved unannounced": _unannounced,
    "distance": _distance,
}
"""How each stage is counted here, by name."""
