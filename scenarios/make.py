"""Make the shipped scenarios: ``python scenarios/make.py [FOLDER]`` writes them, here where no folder is given."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from generator.focused import FOCUSED
from generator.full import FULL
from generator.impossible import IMPOSSIBLE
from generator.intensive import INTENSIVE
from generator.mid_range import MID_RANGE
from generator.scenario import files_of
from generator.speed_plus import SPEED_PLUS
from generator.themed import THEMED

HERE = Path(__file__).parent
SCENARIOS = (FULL, INTENSIVE, SPEED_PLUS, MID_RANGE, FOCUSED, THEMED, IMPOSSIBLE)


def write(folder: Path) -> None:
    """Write every scenario into its own folder in `folder`."""
    for scenario in SCENARIOS:
        target = folder / scenario.name
        # What a run has put there (out/) stays.
        shutil.rmtree(target / "calendars", ignore_errors=True)
        for path, content in files_of(scenario).items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
