"""Why nothing fits, and what would help, in words: what screens, pages and files show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ltsched.domain.explaining.explanation import Brings
from ltsched.domain.explaining.step import Edit
from ltsched.domain.reasons import Reason
from ltsched.domain.rules.rule import Fact
from ltsched.domain.timetable import Status

__all__ = ["Said", "Telling", "ToldClash", "ToldCure", "ToldFact", "ToldStep"]


@dataclass(frozen=True, slots=True)
class Said:
    """The same words twice, without a capital or a full stop: with names for people, and with ids alone for files."""

    names: str
    ids: str


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact of a clash, and what it says; `times` are its spans, in the zone of the review."""

    said: Said
    fact: Fact
    times: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class ToldClash:
    """Facts that cannot hold together, and what that comes to; the rest as in a clash."""

    said: Said
    activities: tuple[str, ...]
    facts: tuple[ToldFact, ...]
    smallest: bool = True


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step, with "if", and what would be written where for it."""

    said: Said
    cost: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class ToldCure:
    """What would help.

    Parameters
    ----------
    said
        All its steps, with "if".
    brought
        What it would bring, in words; it names nobody.
    write
        What to write where, in words.
    also
        Other steps in the place of the last one.
    also_said
        These in words: other days alone, where they are about days; empty for none.
    """

    said: Said
    cost: int
    steps: tuple[ToldStep, ...]
    brings: Brings
    brought: str
    write: tuple[str, ...]
    also: tuple[ToldStep, ...] = ()
    also_said: Said = Said("", "")


@dataclass(frozen=True, slots=True)
class Telling:
    """An explanation in words; `headline` is a whole sentence, empty where something fits. The rest as there."""

    status: Status
    headline: Said
    arithmetic: Sequence[Reason] = ()
    clashes: tuple[ToldClash, ...] = ()
    cures: tuple[ToldCure, ...] = ()
    all_found: bool = True
    stopped: str = ""
