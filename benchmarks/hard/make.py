"""Make the hard instances: ``python -m benchmarks.hard.make [FOLDER]`` writes them, into instances/ where none is given."""

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
    """Write every instance into a folder of its own in `folder`; what a run has put there (out/) goes."""
    made = list(instances())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / INDEX).write_text(index_text(made), encoding="utf-8", newline="\n")
    for instance in made:
        target = folder / instance.name
        shutil.rmtree(target, ignore_errors=True)
        for path, content in instance.files().items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else INSTANCES)
