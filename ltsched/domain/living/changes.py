"""What might be otherwise about a review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from ltsched.domain.numbers import Setting
from ltsched.domain.review import Hold
from ltsched.domain.words.wording import date_text, day_range, listed

__all__ = ["Changes"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What might be otherwise about a review, all of it at once.

    Parameters
    ----------
    without
        Ids of people who take no part in anything that is still to come.
    holds
        Stretches in which the review may not go on.
    numbers
        Numbers of the option that are set otherwise.
    deadline
        Another day on which the report is due; None leaves that.
    late
        People who can only come from a day on, by id; that day is the first on which they can.
    """

    without: tuple[str, ...] = ()
    holds: tuple[Hold, ...] = ()
    numbers: Mapping[str, Setting] = field(default_factory=dict)
    deadline: date | None = None
    late: Mapping[str, date] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Return whether anything would be otherwise at all."""
        return bool(self.without or self.holds or self.numbers or self.deadline or self.late)

    def and_without(self, id: str) -> Self:
        """Return these changes, and besides that the person `id` takes no part."""
        return replace(self, without=tuple(dict.fromkeys((*self.without, id))))

    @property
    def words(self) -> str:
        """What would be otherwise, in a few words: ``without t3, a hold 1–12 Mar 2027``; empty for nothing."""
        parts = [f"without {listed(self.without)}"] if self.without else []
        for hold in self.holds:
            days = f"from {date_text(hold.first)} on" if hold.last is None else day_range(hold.first, hold.last)
            parts.append(f"a hold {days}")
        parts += [f"{name} = {value}" for name, value in self.numbers.items()]
        parts += [f"the report due {date_text(self.deadline)}"] if self.deadline else []
        parts += [f"{id} only from {date_text(day)} on" for id, day in self.late.items()]
        return ", ".join(parts)
