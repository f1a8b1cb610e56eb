"""One review that is impossible: what was done to it, what has to be said about that, and what is known to help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ltsched.domain.explaining.explanation import Cure
from ltsched.domain.explaining.step import Step
from ltsched.domain.review import Review
from ltsched.domain.rules import Fact
from tests.support.impossible.bases import base
from tests.support.impossible.folder import Folder

__all__ = ["Case", "Helps", "Named", "Part", "Register", "by"]

Make = Callable[[Folder], None]


@dataclass(frozen=True, slots=True)
class Named:
    """A fact that has to be named: what is given here is what has to be found in it.

    Parameters
    ----------
    ids
        All of these are in it.
    kinds
        Its kind is one of these.
    rules
        Its rule is one of these.
    key
        Its number in ``[customise]``.
    number
        Its number.
    within
        The first and the last day between which all its dates lie; it has some.
    without
        Takes this fact, and nothing else, out of the folder: then what clashed is possible. None where a folder cannot
        be without it.
    """

    ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    key: str = ""
    number: int | None = None
    within: tuple[str, str] | None = None
    without: Make | None = None

    def is_named_by(self, fact: Fact) -> bool:
        """Return whether `fact` is this one."""
        if self.within is not None:
            first, last = map(date.fromisoformat, self.within)
            if not fact.dates or not all(first <= day <= last for day in fact.dates):
                return False
        return (
            set(self.ids) <= set(fact.ids)
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.rules or fact.rule in self.rules)
            and (not self.key or fact.key == self.key)
            and (self.number is None or fact.number == self.number)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A step of a known cure: of this kind, about these ids, on days between these, at so many units of its cost."""

    kind: str
    ids: tuple[str, ...] = ()
    units: int = 1
    key: str = ""
    within: tuple[str, str] | None = None

    def is_taken_by(self, step: Step, review: Review) -> bool:
        """Return whether `step` is this one, of any amount."""
        if self.within is not None:
            first, last = map(date.fromisoformat, self.within)
            if not step.change.dates or not all(first <= day <= last for day in step.change.dates):
                return False
        keys = [edit.key for edit in step.change.edits(review)]
        return (
            step.kind == self.kind and set(self.ids) <= set(step.change.ids) and (not self.key or self.key in str(keys))
        )


@dataclass(frozen=True, slots=True)
class Helps:
    """A cure that is known: its steps, and what it is when written into the folder by hand."""

    parts: tuple[Part, ...]
    done: Make

    def cost(self, review: Review) -> int:
        """Return what it costs by the rows of the costs."""
        return sum(part.units * review.costs[part.kind] for part in self.parts)

    def is_like(self, cure: Cure, review: Review) -> bool:
        """Return whether `cure` takes these steps."""
        return len(cure.steps) == len(self.parts) and all(
            any(part.is_taken_by(step, review) for step in cure.steps) for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A folder that is impossible.

    Parameters
    ----------
    name
        What it is called.
    done
        What was done to the possible review, as a sentence.
    option
        Which of the possible reviews it was.
    make
        Does it.
    facts
        What has to be named, each in some clash.
    no_part
        People and rooms whose diaries, roles and rooms are no part of it.
    helps
        What is known to help: one of these, or what costs less, is among the first cures.
    clashes
        How many independent clashes there are, at least.
    """

    name: str
    done: str
    option: str
    make: Make
    facts: tuple[Named, ...]
    no_part: tuple[str, ...] = ()
    helps: tuple[Helps, ...] = ()
    clashes: int = 1

    def folder(self) -> Folder:
        """Return the impossible folder."""
        folder = base(self.option)
        self.make(folder)
        return folder


@dataclass
class Register:
    """The cases of one file, in its order: a function that changes a folder becomes one by its decorator."""

    cases: list[Case] = field(default_factory=list)

    def __call__(
        self,
        option: str,
        facts: Sequence[Named],
        *,
        no_part: str = "",
        helps: Sequence[Helps] = (),
        clashes: int = 1,
    ) -> Callable[[Make], Make]:
        """Return what makes a case of a function, named for it and told by its docstring."""

        def register(make: Make) -> Make:
            name, done = make.__name__.replace("_", "-"), (make.__doc__ or "").strip()
            ids = tuple(no_part.split())
            self.cases.append(Case(name, done, option, make, tuple(facts), ids, tuple(helps), clashes))
            return make

        return register


def by(done: Make, *parts: Part) -> Helps:
    """Return a known cure of these steps."""
    return Helps(parts, done)
