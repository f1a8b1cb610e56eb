"""Why somebody is away, in words, and the letters that stand for it in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.explaining.costs import cost_rows

__all__ = ["AWAY", "OTHER", "AwayWords", "away_words", "short_words"]


@dataclass(frozen=True, slots=True)
class AwayWords:
    """One kind of absence.

    Parameters
    ----------
    letter
        Stands for it in a picture; no two have the same. In small it stands for a part of the day.
    is_away
        What follows the name of who is away: ``is on leave``.
    unpriced
        The words of a legend, where nobody can give it up; else they are those of the costs.
    """

    letter: str
    is_away: str
    unpriced: str = ""


AWAY = {
    "leave": AwayWords("L", "is on leave"),
    "sick": AwayWords("S", "is away sick"),
    "court": AwayWords("C", "is at court"),
    "training": AwayWords("T", "is at a training"),
    "busy": AwayWords("B", "is busy in the calendar"),
    "tentative": AwayWords("I", "would have to give up what is only tentative or if needed"),
    "part-time-day": AwayWords("N", "does not work"),
    "outside-hours": AwayWords("O", "does not work at these hours"),
    "declined": AwayWords("D", "has declined"),
    "hold-of-person": AwayWords("H", "is under a hold"),
    "window": AwayWords("W", "can be booked at other times only, as [[window]] says", "not in their window"),
    "booked": AwayWords("M", "is booked for something else of this review", "booked for this review"),
    "room-busy": AwayWords("R", "is taken"),
    "bank-holiday": AwayWords("X", "has a bank holiday", "bank holiday"),
}
"""By the name of the kind, in the order of a legend."""

OTHER = AwayWords("A", "is away", "away")


def away_words(kind: str) -> AwayWords:
    """Return the words of a kind of absence; plain ones for a kind that is not known here."""
    return AWAY.get(kind, OTHER)


def short_words(kind: str) -> str:
    """Return the words of a legend for a kind of absence: those of its row of the costs, where it has one."""
    row = cost_rows().get(kind)
    return row.words if row else away_words(kind).unpriced
