"""What becomes of a shipped scenario, as a value that can be kept beside the tests and compared later.

``python -m tests.scenarios.recording`` keeps what becomes of each scenario now; only after a change that was meant.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ltsched.options.template import shipped_options
from tests.support.shipped import SCENARIOS

__all__ = ["MAKERS", "kept", "recorded"]

KEPT = Path(__file__).parent / "recorded"
MAKERS = ("ortools", "holidays", "icalendar", "ics-vtimezones", "jinja2", "matplotlib", "pandas", "xlsxwriter")
"""The libraries that have a say in what the files are made of: with other versions only the values are compared."""


def recorded(name: str, out: Path) -> dict[str, Any]:
    """Plan the scenario `name` into `out`, make its page, and return its stages, its bookings and what each file is.

    A file is known by its SHA-256; stages by name, each with its value and bound.
    """
    for command in ("plan", "report"):
        arguments = [sys.executable, "-m", "ltsched", command, str(SCENARIOS / name), "--out", str(out), "--quiet"]
        subprocess.run(arguments, check=True, capture_output=True, cwd=SCENARIOS.parent, timeout=1800)
    timetable = json.loads((out / "timetable.json").read_text(encoding="utf-8"))
    files = {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
    return {
        "made by": {library: version(library) for library in MAKERS},
        "stages": {stage["name"]: [stage["value"], stage["bound"]] for stage in timetable["stages"]},
        "bookings": [[one["activity"], one["start"], one["room"], one["attendees"]] for one in timetable["bookings"]],
        "files": files,
    }


def kept(name: str) -> dict[str, Any]:
    """Return what was kept of the scenario `name`."""
    found: dict[str, Any] = json.loads((KEPT / f"{name}.json").read_text(encoding="utf-8"))
    return found


def keep_all() -> None:
    """Keep what becomes of each scenario now."""
    for name in shipped_options():
        with tempfile.TemporaryDirectory() as folder:
            text = json.dumps(recorded(name, Path(folder) / "out"), indent=1, ensure_ascii=False)
        (KEPT / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    keep_all()
