"""What answers mean for planning: who will not come to what, which other times people propose, and who has not said.

An answer is to one version of an invitation, and so to one time of a booking. It says nothing of another time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ltsched.domain.invitations.answered import answered, latest_answers
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method

__all__ = ["PersonTime", "declined", "declined_times", "not_answered", "proposals", "told_days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTime:
    """Somebody, an activity, and a time of it.

    Parameters
    ----------
    person, activity
        Their ids.
    start, end
        The time, ``[start, end)``; both carry a zone.
    """

    person: str
    activity: str
    start: datetime
    end: datetime


def declined(ledger: Ledger) -> tuple[PersonTime, ...]:
    """Return who has declined a booking as it stands, each with its time.

    The answer that counts is the newest to the invitation as it stands: whoever accepts afterwards has taken it back,
    and whoever was invited anew, to another time or with another room, has not said yet. Who declined and was then
    taken out of a booking that others are invited to at the same time is among them: they will not come, and may not
    be planned for it again as if nothing had been said.

    Returns
    -------
    tuple of PersonTime
        In the order of time, then by activity and person. `declined_times` has those of earlier versions, too.
    """
    counted = latest_answers(ledger.answers)
    standing = {(line.told.activity, line.told.start, line.told.end) for line in ledger.standing()}
    found = []
    for versions in _versions(ledger).values():
        asked = _last_asked(versions)
        if asked is None or (asked.told.activity, asked.told.start, asked.told.end) not in standing:
            continue
        if _said(asked, counted) is Said.DECLINED:
            found.append(_time(asked))
    return _in_order(found)


def declined_times(ledger: Ledger) -> tuple[PersonTime, ...]:
    """Return every time at which somebody has said that they will not come to an activity, and not taken it back.

    Also those of earlier versions, before a booking was moved or cancelled: who could not come on a day will not be
    able to come there because the booking was elsewhere for a while. Of several versions at one time the last that was
    answered decides; an answer to another time takes nothing back.

    Returns
    -------
    tuple of PersonTime
        In the order of time, then by activity and person. All of `declined` are among them.
    """
    counted = latest_answers(ledger.answers)
    found: list[PersonTime] = []
    for versions in _versions(ledger).values():
        said = {_time(line): answer for line in versions if (answer := _said(line, counted)) is not None}
        found += (time for time, answer in said.items() if answer is Said.DECLINED)
    return _in_order(found)


def proposals(ledger: Ledger) -> tuple[PersonTime, ...]:
    """Return the other times that people propose for bookings as they stand, a COUNTER of RFC 5546.

    Who proposes a time may have declined the booking as it is, or not. A later answer without a time takes it back, and
    so does an invitation to another time.

    Returns
    -------
    tuple of PersonTime
        In the order of time, then by activity and person.
    """
    found = []
    for one in answered(ledger):
        told, answer = one.issued.told, one.answer
        if answer is not None and answer.start is not None and answer.end is not None:
            found.append(PersonTime(person=told.recipient, activity=told.activity, start=answer.start, end=answer.end))
    return _in_order(found)


def told_days(ledger: Ledger, today: date | None) -> Mapping[str, date]:
    """Return for each activity that somebody is invited to the day that was told last, as far as it is after `today`.

    None for `today` leaves nothing out.
    """
    last = {line.told.activity: line.told.start.date() for line in ledger.issued if line.method is Method.REQUEST}
    standing = {line.told.activity for line in ledger.standing()}
    return {id: day for id, day in last.items() if id in standing and (today is None or day > today)}


def not_answered(ledger: Ledger) -> tuple[PersonTime, ...]:
    """Return who has not said whether they come to a booking as it stands.

    Who has sent somebody else (DELEGATED) has not said it either: the review has to hear from people themselves.

    Returns
    -------
    tuple of PersonTime
        In the order of time, then by activity and person.
    """
    return _in_order(
        _time(one.issued) for one in answered(ledger) if one.answer is None or one.answer.said is Said.DELEGATED
    )


def _versions(ledger: Ledger) -> Mapping[tuple[str, str], list[Issued]]:
    """Return all messages of each invitation, by its key, in the order in which they were issued."""
    found: dict[tuple[str, str], list[Issued]] = {}
    for line in ledger.issued:
        found.setdefault(line.told.key, []).append(line)
    return found


def _last_asked(versions: Iterable[Issued]) -> Issued | None:
    """Return the last invitation, whether or not it was taken back; None if only cancellations are left of it."""
    return next((line for line in reversed(list(versions)) if line.method is Method.REQUEST), None)


def _said(line: Issued, counted: Mapping[tuple[str, int], Answer]) -> Said | None:
    """Return what was said to this version; None if nothing, or if only somebody else was sent."""
    answer = counted.get((line.uid, line.sequence))
    return None if answer is None or answer.said is Said.DELEGATED else answer.said


def _time(line: Issued) -> PersonTime:
    told = line.told
    return PersonTime(person=told.recipient, activity=told.activity, start=told.start, end=told.end)


def _in_order(times: Iterable[PersonTime]) -> tuple[PersonTime, ...]:
    return tuple(sorted(times, key=lambda each: (each.start, each.activity, each.person, each.end)))
