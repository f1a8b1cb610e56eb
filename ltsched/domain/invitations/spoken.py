"""What somebody has said by telephone, put to the invitation that stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from ltsched.domain.invitations.answered import latest_answers
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger

__all__ = ["Spoken", "spoken_answer"]

ONE_CALL = timedelta(minutes=10)
"""Who types the same thing twice within this time, and says of neither when it was, means one call."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer that was given by telephone.

    Parameters
    ----------
    person, activity
        The ids of who said it, and of what they are invited to.
    said
        What they said.
    """

    person: str
    activity: str
    said: Said


def spoken_answer(
    ledger: Ledger,
    to: Issued,
    said: Said,
    *,
    at: datetime | None,
    now: datetime,
    taken_by: str,
    comment: str = "",
    instead: datetime | None = None,
) -> Answer:
    """Return the line of the ledger for what was said by telephone.

    Parameters
    ----------
    ledger
        As it is before.
    to
        The invitation that stands.
    said
        What was said.
    at, now
        When it was said, and the present moment. Where `at` is None, it was just now; if the answer that counts says
        the same and was given by telephone a moment ago, it is that one.
    taken_by, comment
        Who took it, and what was added; may be empty.
    instead
        The start that they propose, for as long as the booking is; None for none.
    """
    end = None
    if instead is not None:
        length = to.told.end.astimezone(UTC) - to.told.start.astimezone(UTC)
        end = (instead.astimezone(UTC) + length).astimezone(instead.tzinfo)
    moment = (now if at is None else at).astimezone(UTC).replace(microsecond=0)
    answer = Answer(to.uid, to.sequence, said, moment, "", comment=comment, start=instead, end=end, taken_by=taken_by)
    before = latest_answers(ledger.answers).get((to.uid, to.sequence))
    if at is None and before is not None and replace(before, at=moment) == answer and moment - before.at <= ONE_CALL:
        return before
    return answer
