"""The table of the instances: what is hard about each, and what is known of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .instance import Instance

__all__ = ["INDEX", "INSTANCES", "OPEN", "Known", "index_text", "read_index"]

INSTANCES = Path(__file__).parents[1] / "instances"
INDEX = "index.toml"

OPEN = frozenset(
    {
        "blocks-18-ninety",
        "blocks-20-hundred",
        "full-52-busy",
        "themed-packed-auditors",
        "week-22-three-leads",
    }
)
"""The instances of which no run has proven everything yet: what is open in each is a preference."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one instance.

    Parameters
    ----------
    hard
        What is hard about it.
    verdict
        ``possible`` or ``impossible``.
    open
        Whether something is not proven yet: the verdict, or the value of a stage.
    """

    name: str
    option: str
    hard: str
    verdict: str
    open: bool


def index_text(instances: Iterable[Instance]) -> str:
    """Return the table as TOML."""
    lines = [
        "# The hard instances; made by `python -m benchmarks.hard.make`, as all beside it.",
        "# open = true: not everything about it has been proven yet, be it the verdict or the value of a stage.",
    ]
    for instance in instances:
        lines += ["", "[[instance]]", f'name    = "{instance.name}"', f'option  = "{instance.option}"']
        lines += [f'hard    = "{instance.hard}"', f'verdict = "{instance.verdict}"']
        lines.append(f"open    = {str(instance.name in OPEN).lower()}")
    return "\n".join(lines) + "\n"


def read_index(folder: Path = INSTANCES) -> tuple[Known, ...]:
    """Return the table of `folder`."""
    document = tomllib.loads((folder / INDEX).read_text(encoding="utf-8"))
    return tuple(Known(**row) for row in document["instance"])
