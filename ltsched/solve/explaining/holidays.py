"""Which bank holidays have a part in a clash.

While it is looked for, bank holidays are what they are. Once all else is smallest, it is seen whether it would still
clash if they were working days like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ltsched.domain.explaining.grounds import grounds_of
from ltsched.domain.explaining.open_time import bank_holidays, whole_days
from ltsched.domain.rules import Fact, NoBankHoliday
from ltsched.domain.spans import Spans
from ltsched.solve.explaining.look import Look, Means
from ltsched.solve.explaining.smallest import smallest

__all__ = ["Opened", "opened"]

AT_MOST = ("lag", "block")
"""Rules that may say how many working days there are at most: the more days are worked, the more they forbid."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A clash in which every bank holiday that matters is said to be one, and all others are working days.

    Parameters
    ----------
    look
        At its activities.
    facts
        What cannot hold together; those about diaries say what else there is on bank holidays, but for those that are
        among the facts.
    sure
        Whether it was found out if bank holidays matter.
    """

    look: Look
    facts: list[Fact]
    sure: bool = True


def opened(look: Look, facts: Sequence[Fact]) -> Opened:
    """Return a clash with the bank holidays that matter as a fact, the first; without one where none does.

    Parameters
    ----------
    look
        At the activities of the clash, in which bank holidays are what they are.
    facts
        What cannot hold together, a smallest set.
    """
    days = bank_holidays(look.agenda)
    if not days:
        return Opened(look, list(facts))
    wide = Look(look.agenda, look.runner, holidays_too=True)
    known = {fact.whenever for fact in facts}
    worked = [fact for fact in grounds_of(look.agenda, wide.held.open) if fact.whenever in known]
    possible = wide.possible(worked)
    if possible is False and not _misses_one(wide, worked):
        return Opened(wide, worked)
    (fact,) = NoBankHoliday(frozenset(days)).facts()

    def enough(part: Sequence[date]) -> bool:
        return wide.possible([replace(fact, dates=tuple(part)), *worked], Means.COUNTING) is False

    if enough(days):
        fact = replace(fact, dates=tuple(smallest(days, enough)))
    off = whole_days(fact.dates, look.agenda)
    rest = [replace(one, spans=(Spans(one.spans) - off).pairs) if one.spans else one for one in worked]
    return Opened(wide, [fact, *rest], possible is not None)


def _misses_one(look: Look, facts: Sequence[Fact]) -> bool:
    """Return whether some of `facts` is not seen to matter where bank holidays are worked, and count."""
    if not any(fact.rule in AT_MOST for fact in facts):
        return False
    parts = ([*facts[:index], *facts[index + 1 :]] for index in range(len(facts)))
    return not all(look.possible(part) for part in parts)
