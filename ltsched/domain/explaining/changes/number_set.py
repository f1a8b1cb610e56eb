"""A number is otherwise: one of the option, or one that an activity or an order of the review's own says."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.explaining.step import Call, Change, Edit
from ltsched.domain.numbers import Setting
from ltsched.domain.review import Review
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.wording import plural

__all__ = ["CUSTOMISE", "NumberPlace", "NumberSet"]

CUSTOMISE, ACTIVITY, ORDER = "customise", "activity", "order"


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Where a number is said.

    Parameters
    ----------
    key
        The name of the number in ``[customise]``, or the key in the table.
    table
        ``customise``, or ``activity`` or ``order`` for a number that stands in such a table of review.toml.
    of
        The id of the activity, or which order it is, counted from 1; empty in ``[customise]``.
    """

    key: str
    table: str = CUSTOMISE
    of: str = ""

    def edits(self, review: Review, after: Setting) -> tuple[Edit, ...]:
        """Return what is written for the number to be `after`."""
        settings = review.settings
        if self.table == CUSTOMISE:
            return (Edit(REVIEW_FILE, f"{CUSTOMISE}.{self.key}", settings.customise.get(self.key), after),)
        if self.table == ORDER:
            before = settings.orders[int(self.of) - 1].get(self.key)
            return (Edit(REVIEW_FILE, f"{ORDER}[{self.of}].{self.key}", before, after),)
        for number, table in enumerate(settings.activities, 1):
            if table.get("id") == self.of:
                return (Edit(REVIEW_FILE, f"{ACTIVITY}[{number}].{self.key}", table.get(self.key), after),)
        place = f"{ACTIVITY}[{len(settings.activities) + 1}]"
        return (Edit(REVIEW_FILE, f"{place}.id", None, self.of), Edit(REVIEW_FILE, f"{place}.{self.key}", None, after))


@dataclass(frozen=True, slots=True)
class NumberSet(Change):
    """A number that is otherwise.

    Parameters
    ----------
    kind
        The row of the costs that it is of, which gives its words.
    place
        Where it is said.
    before, after
        What it is, and what it would be.
    about
        What it is a number of, in words, many and one: ``joint meetings``, ``joint meeting``; for what lies between
        two, both.
    people
        For a quorum, how many have to come, of how many, and how many have to now; else empty.
    """

    kind: str
    place: NumberPlace
    before: Setting
    after: Setting
    about: tuple[str, ...] = ()
    people: tuple[int, ...] = ()

    @property
    def amount(self) -> object:
        """What it would be."""
        return self.after

    @property
    def family(self) -> tuple[str, ...]:
        """The same number."""
        return ("number", self.place.table, self.place.of, self.place.key)

    def covers(self, other: Change) -> bool:
        """Return whether it goes as far in the same direction."""
        if not isinstance(other, NumberSet) or other.place != self.place or other.before != self.before:
            return False
        numbers = self.before, other.after, self.after
        if any(isinstance(number, str) for number in numbers):
            return other.after == self.after
        before, less, more = map(float, numbers)
        return before <= less <= more or more <= less <= before

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the key of review.toml."""
        return self.place.edits(review, self.after)

    def words(self, review: Review, call: Call) -> str:
        """Return what would be how much instead of how much."""
        name = f"{self.place.key} {_shown(self.after)} for {_shown(self.before)}"
        return f"{self._said()} ({name})"

    def _said(self) -> str:
        after, before = _shown(self.after), _shown(self.before)
        many, one = (*self.about, "", "")[:2]
        match self.kind:
            case "quorum":
                least, of, now = self.people
                return f"the quorum of {many} were {least} of {of} instead of {now}"
            case "minutes":
                return f"{many} took {after} minutes instead of {before}"
            case "gap":
                return f"the pause after {many} were {after} minutes instead of {before}"
            case "per-day":
                return f"one person could hold {after} {many} a day instead of {before}"
            case "reviewers":
                return f"{many} were held by {_people(self.after)} instead of {before}"
            case "notice":
                return f"{many} needed {self._amount('working day')} of notice instead of {before}"
            case "span":
                return f"the review could run for {self._amount('week')} instead of {before}"
            case "lead-in":
                return f"the lead-in lasted {self._amount('week')} instead of {before}"
            case "tolerance":
                return f"meetings could lie {self._amount('working day')} from their even places instead of {before}"
            case "block-length":
                return f"a block could last {self._amount('working day')} instead of {before}"
            case "start-step":
                return f"bookings could start every {after} minutes instead of every {before}"
            case "meeting" if self.after == "no":
                return f"no {one} were held"
            case "meeting":
                return f"{after} {one if self.after == 1 else many} were held instead of {before}"
        return self._between(before)

    def _between(self, before: str) -> str:
        limit = "at most" if "most" in self.place.key else "at least"
        amount = self._amount("working day" if "working-days" in self.place.key else "week")
        first, second = (*self.about, *self.about)[:2]
        ends = f"from one of the {first} to the next" if first == second else f"between {first} and {second}"
        return f"{limit} {amount} instead of {before} were left {ends}"

    def _amount(self, unit: str) -> str:
        return plural(self.after, unit) if isinstance(self.after, int) else _shown(self.after)


def _people(count: Setting) -> str:
    return f"{count} reviewer{'' if count == 1 else 's'}"


def _shown(value: Setting) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
