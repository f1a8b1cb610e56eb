"""Read options for the tests, with reviews in memory to put them to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.numbers import Setting
from ltsched.domain.option import Option
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Settings
from ltsched.errors import Mistake
from ltsched.options.expand import expand
from ltsched.options.template import read_option
from tests.support.agendas import person, review

SPARE = 'based-on = "focused"\n'
"""The beginning of an option of the user's own."""


def read(
    name: str, settings: Settings | None = None, *, folder: Path | None = None, known: Sequence[str] = ()
) -> tuple[Option | None, list[Mistake]]:
    """Return the option `name`, and the mistakes in it."""
    mistakes: list[Mistake] = []
    option = read_option(name, settings or Settings(), folder=folder, known_ids=frozenset(known), mistakes=mistakes)
    return option, mistakes


def sound(name: str, settings: Settings | None = None, **more: Any) -> Option:
    """Return the option `name`, which has no mistakes."""
    option, mistakes = read(name, settings, **more)
    assert mistakes == []
    assert option is not None
    return option


def customised(name: str, numbers: Mapping[str, Setting]) -> Option:
    """Return a shipped option with some of its numbers changed."""
    return sound(name, Settings(customise=numbers))


def own(folder: Path, text: str) -> tuple[Option | None, list[str]]:
    """Write an option of the user's own, read it, and return it with its mistakes as they are told."""
    (folder / "own.toml").write_text(text, encoding="utf-8")
    option, mistakes = read("own.toml", folder=folder)
    return option, [str(mistake) for mistake in mistakes]


CAST: tuple[Person, ...] = (
    person("l1", Role.LEAD_REVIEWER, agency=""),
    person("l2", Role.LEAD_REVIEWER, agency=""),
    person("t1", agency="Council"),
    person("t2", agency="Health"),
    person("t3", agency="Police"),
    person("c1", Role.CASE_GROUP, agency="health", conversation_rank=2),
    person("c2", Role.CASE_GROUP, agency="School", conversation_rank=1, essential=True),
    person("c3", Role.CASE_GROUP, agency="Council", line_manager="t3"),
    person("f1", Role.FAMILY, agency=""),
    person("a1", Role.AUDITOR, agency="Council"),
    person("a2", Role.AUDITOR, agency="council"),
    person("a3", Role.AUDITOR, agency="Health"),
)
"""Two lead reviewers, a review team of three, a case group of three (two ranked), a relative, and three auditors."""


def expanded(name: str | Option, people: Sequence[Person] = CAST, **more: Any) -> Agenda:
    """Return the agenda of a review of `people` under an option."""
    option = sound(name) if isinstance(name, str) else name
    return expand(review(people, option=option, **more))
