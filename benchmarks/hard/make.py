"""Make the hard instances: ``python -m benchmarks.hard.make [FOLDER]`` writes them, into instances/ if no other."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from .impossible import impossible
from .index import INDEX, INSTANCES, index_text
from .instance import Instance
from .solvable import solvable

__all__ = ["instances", "write"]


def instances() -> Iterator[Instance]:
    """Yield every instance, those that have a timetable first."""
    yield from solvable()
    yield from impossible()


def write(folder: Path) -> None:
    """Write every instance into a folder of its own in `folder`.

    What a run has put there (out/) goes, and so does what was an instance once.
    """
    made = list(instances())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / INDEX).write_text(index_text(made), encoding="utf-8", newline="\n")
    for old in folder.glob("*/review.toml"):
        shutil.rmtree(old.parent)
    for instance in made:
        target = folder / instance.name
        for path, content in instance.files().items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else INSTANCES)
