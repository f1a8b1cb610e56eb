"""What might be otherwise, from the words in which somebody asks for it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date

from ltsched.domain.living.changes import Changes
from ltsched.domain.numbers import Setting
from ltsched.domain.review import Hold, HoldScope
from ltsched.errors import InvalidReview, Mistake
from ltsched.validation.reading import read
from ltsched.validation.review.tables import HoldTable
from ltsched.validation.shown import shown

__all__ = ["asked_changes", "understood"]

DEADLINE = "deadline"
WHAT_IF = "what if"


def asked_changes(
    *, without: Iterable[str] = (), holds: Iterable[str] = (), settings: Iterable[str] = (), late: Iterable[str] = ()
) -> Changes:
    """Return the changes that these words ask for.

    Parameters
    ----------
    without
        Ids of people.
    holds
        ``2027-03-01..2027-03-12``, both days held; ``2027-03-01..`` has no end.
    settings
        ``joint-meetings=1`` for a number of ``[customise]``, and ``deadline=2027-10-01``.
    late
        ``t3=2027-03-01``: that person can only come from this day on.

    Raises
    ------
    InvalidReview
        Some words are not understood; every mistake is told at once, as one of the flag of the command line.
    """
    changes, mistakes = understood(without=without, holds=holds, settings=settings, late=late)
    if mistakes:
        raise InvalidReview(mistakes)
    return changes


def understood(
    *, without: Iterable[str] = (), holds: Iterable[str] = (), settings: Iterable[str] = (), late: Iterable[str] = ()
) -> tuple[Changes, list[Mistake]]:
    """Return as much of what `asked_changes` is given as is understood, and every mistake in the rest."""
    mistakes: list[Mistake] = []
    found = [_hold(text, mistakes) for text in holds]
    numbers, deadline = _settings(settings, mistakes)
    days = _late(late, mistakes)
    kept = tuple(hold for hold in found if hold is not None)
    return Changes(tuple(dict.fromkeys(without)), kept, numbers, deadline, days), mistakes


def _hold(text: str, mistakes: list[Mistake]) -> Hold | None:
    first, _, last = (part.strip() for part in text.partition(".."))
    table = {"scope": str(HoldScope.REVIEW), "from": first, **({"until": last} if last else {})}
    found = read(HoldTable, table, "--hold", mistakes)
    return None if found is None else Hold(HoldScope.REVIEW, "", found.first, found.last, WHAT_IF)


def _settings(texts: Iterable[str], mistakes: list[Mistake]) -> tuple[dict[str, Setting], date | None]:
    pairs = _pairs("--set", texts, "KEY=VALUE, such as joint-meetings=1 or deadline=2027-10-01", mistakes)
    deadline = _day("--set", DEADLINE, pairs.pop(DEADLINE), mistakes) if DEADLINE in pairs else None
    return {key.removeprefix("customise."): _value(text) for key, text in pairs.items()}, deadline


def _late(texts: Iterable[str], mistakes: list[Mistake]) -> dict[str, date]:
    pairs = _pairs("--late", texts, "ID=DATE, such as t3=2027-03-01", mistakes)
    days = {id: _day("--late", id, text, mistakes) for id, text in pairs.items()}
    return {id: day for id, day in days.items() if day is not None}


def _pairs(flag: str, texts: Iterable[str], expected: str, mistakes: list[Mistake]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts:
        key, equals, value = (part.strip() for part in text.partition("="))
        if not (key and equals and value):
            mistakes.append(Mistake(flag, "", shown(text), f"expected {expected}"))
        elif key in found:
            mistakes.append(Mistake(flag, key, f"{shown(value)} after {shown(found[key])}", "expected it once"))
        else:
            found[key] = value
    return found


def _day(flag: str, where: str, text: str, mistakes: list[Mistake]) -> date | None:
    """Return a day, which may be what a day in review.toml may be."""
    wrong: list[Mistake] = []
    found = read(HoldTable, {"scope": str(HoldScope.REVIEW), "from": text}, flag, wrong)
    mistakes += (Mistake(flag, where, mistake.found, mistake.expected, mistake.hint) for mistake in wrong)
    return None if found is None else found.first


def _value(text: str) -> Setting:
    """Return a value as review.toml would have it; a word may stand without quotation marks."""
    try:
        values: Mapping[str, Setting] = tomllib.loads(f"value = {text}")
    except tomllib.TOMLDecodeError:
        return text
    return values["value"]
