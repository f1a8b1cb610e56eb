"""Make the shipped scenarios: ``python scenarios/make.py [FOLDER]`` writes them, here where no folder is given."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from generator.full import FULL
from generator.scenario import files_of

HERE = Path(__file__).parent
SCENARIOS = (FULL,)


def write(folder: Path) -> None:
    """Write every scenario into its own folder in `folder`, in place of what is there."""
    for scenario in SCENARIOS:
        target = folder / scenario.name
        if target.exists():
            shutil.rmtree(target)
        for path, content in files_of(scenario).items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
