"""What review.toml says by hand is otherwise: a hold, a window, something agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ltsched.domain.explaining.step import Call, Change, Edit
from ltsched.domain.option import Kind
from ltsched.domain.review import Hold, HoldScope, Review
from ltsched.domain.settled import Settled, WishedWindow
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import day_and_clock, day_text

__all__ = ["WINDOW_KEYS", "HoldEnds", "NotAgreed", "WindowWidened", "WindowsGone", "condition"]

ONE_DAY = timedelta(days=1)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

WINDOW_KEYS = ("weekdays", "hours", "from", "until")
"""The conditions that a window may have."""


@dataclass(frozen=True, slots=True)
class HoldEnds(Change):
    """A hold ends earlier.

    Parameters
    ----------
    hold
        The hold as it is.
    last
        The last day that would be held; the day before the first of the hold for no hold at all.
    """

    hold: Hold
    last: date

    @property
    def family(self) -> tuple[str, ...]:
        """This hold."""
        return ("hold", self.hold.scope, self.hold.target, self.hold.first.isoformat())

    @property
    def ids(self) -> tuple[str, ...]:
        """Whom or what it holds."""
        return (self.hold.target,) if self.hold.target else ()

    @property
    def dates(self) -> tuple[date, ...]:
        """The first day that would be free of it."""
        return (self.last + ONE_DAY,)

    def covers(self, other: Change) -> bool:
        """Return whether it ends as early."""
        return isinstance(other, HoldEnds) and other.family == self.family and self.last <= other.last

    @property
    def ended(self) -> Hold | None:
        """The hold as it would be; None for none."""
        return None if self.last < self.hold.first else replace(self.hold, last=self.last)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return its end, or that it goes."""
        place = f"hold[{review.holds.index(self.hold) + 1}]"
        if self.ended is None:
            return (Edit(REVIEW_FILE, place, self._called(review, str), None),)
        before = None if self.hold.last is None else self.hold.last.isoformat()
        return (Edit(REVIEW_FILE, f"{place}.until", before, self.last.isoformat()),)

    def words(self, review: Review, call: Call) -> str:
        """Return when it ended."""
        if self.ended is None:
            return f"there were no {self._called(review, call)}"
        instead = "" if self.hold.last is None else f" instead of {day_text(self.hold.last)}"
        return f"the {self._called(review, call)} ended on {day_text(self.last)}{instead}"

    def _called(self, review: Review, call: Call) -> str:
        hold = self.hold
        of = _called(hold.target, review, call) if hold.target else f"the {HoldScope(hold.scope)}"
        return f"hold on {of}{f' ({hold.reason})' if hold.reason else ''}"


@dataclass(frozen=True, slots=True)
class WindowsGone(Change):
    """All `windows` of one activity, kind or person go: several of one name are alternatives."""

    windows: tuple[WishedWindow, ...]

    @property
    def family(self) -> tuple[str, ...]:
        """Whose windows."""
        return ("window", self.windows[0].activity, self.windows[0].person)

    @property
    def ids(self) -> tuple[str, ...]:
        """Whose windows."""
        return (self.windows[0].activity or self.windows[0].person,)

    def covers(self, other: Change) -> bool:
        """Return whether the other only widens one of these, or takes out some of them."""
        if isinstance(other, WindowWidened):
            return other.window in self.windows
        return isinstance(other, WindowsGone) and set(other.windows) <= set(self.windows)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the tables that go."""
        return tuple(
            Edit(REVIEW_FILE, f"window[{number}]", window.activity or window.person, None)
            for number, window in enumerate(review.windows, 1)
            if window in self.windows
        )

    def words(self, review: Review, call: Call) -> str:
        """Return whose."""
        one = "window" if len(self.windows) == 1 else "windows"
        return f"there were no {one} of review.toml for {_called(self.ids[0], review, call)}"


@dataclass(frozen=True, slots=True)
class WindowWidened(Change):
    """A window has one condition fewer.

    Parameters
    ----------
    window
        The window as it is.
    key
        The condition that goes, one of `WINDOW_KEYS`.
    """

    window: WishedWindow
    key: str

    @property
    def family(self) -> tuple[str, ...]:
        """This condition of the window."""
        return ("window", self.window.activity, self.window.person, self.key)

    @property
    def ids(self) -> tuple[str, ...]:
        """Whose window."""
        return (self.window.activity or self.window.person,)

    @property
    def wider(self) -> WishedWindow:
        """The window as it would be."""
        match self.key:
            case "weekdays":
                return replace(self.window, weekdays=frozenset())
            case "hours":
                return replace(self.window, opens=None, closes=None)
            case "from":
                return replace(self.window, first=None)
        return replace(self.window, last=None)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the key that goes."""
        number = review.windows.index(self.window) + 1
        return (Edit(REVIEW_FILE, f"window[{number}].{self.key}", condition(self.window, self.key), None),)

    def words(self, review: Review, call: Call) -> str:
        """Return what it would not be limited to."""
        said = {
            "weekdays": f"to {condition(self.window, 'weekdays')}",
            "hours": f"to {condition(self.window, 'hours')}",
            "from": f"to days from {_day(self.window.first)} on",
            "until": f"to days until {_day(self.window.last)}",
        }
        return f"{_called(self.ids[0], review, call)} were not limited {said[self.key]}"


def _called(id: str, review: Review, call: Call) -> str:
    """Return what a person, an activity or all activities of a template or a kind are called."""
    kinds = [one.kind for one in review.option.templates if id in (one.id, one.prefix, one.kind)]
    called = call(id)
    return KIND_WORDS[kinds[0]].many if called == id and kinds and kinds[0] is not Kind.OTHER else called


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)


def condition(window: WishedWindow, key: str) -> str:
    """Return what `window` says under `key`, in words; empty for nothing."""
    match key:
        case "weekdays":
            return ", ".join(WEEKDAYS[day] for day in sorted(window.weekdays))
        case "hours":
            hours = window.opens, window.closes
            return "" if hours[0] is None or hours[1] is None else f"{hours[0]:%H:%M}-{hours[1]:%H:%M}"
        case "from":
            return "" if window.first is None else window.first.isoformat()
    return "" if window.last is None else window.last.isoformat()


@dataclass(frozen=True, slots=True)
class NotAgreed(Change):
    """What was agreed about an activity is open again."""

    said: Settled

    @property
    def family(self) -> tuple[str, ...]:
        """This agreement."""
        return ("agreed", self.said.activity)

    @property
    def ids(self) -> tuple[str, ...]:
        """The activity."""
        return (self.said.activity,)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the table that goes."""
        return (Edit(REVIEW_FILE, f"booking[{_place(review.settled, self.said)}]", self.said.activity, None),)

    def words(self, review: Review, call: Call) -> str:
        """Return what would be open."""
        said = self.said
        when = day_and_clock(said.start) if said.start else day_text(said.day) if said.day else ""
        return f"what was agreed of {call(said.activity)} were open again{f' (it is on {when})' if when else ''}"


def _place(settled: Sequence[Settled], said: Settled) -> int:
    return next(number for number, one in enumerate(settled, 1) if one.activity == said.activity)
