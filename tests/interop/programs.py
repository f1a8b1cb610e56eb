"""Programs that others wrote: where they are, how they are run, and what is said where one is missing."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.interop.misreadings import NODE_ICAL, RIGHT, VOBJECT, Misreading

SCRIPTS = Path(__file__).parent / "readers"
NODE_MODULES = "LTSCHED_NODE_MODULES"
"""The variable that names the folder in which npm has installed its packages."""

ELSEWHERE = "Pacific/Auckland"
"""The zone of the machine, for every program: one that takes the times for its own is half a day wrong."""


@functools.cache
def python_with(module: str) -> str | None:
    """Return a Python that can import `module`; first that of the system, whose packages Debian installs."""
    pythons = [path for path in ("/usr/bin/python3", shutil.which("python3")) if path and Path(path).exists()]
    return next((python for python in pythons if _succeeds([python, "-c", f"import {module}"])), None)


@functools.cache
def has_gobject_library(name: str, version: str) -> bool:
    """Return whether a Python can use the library `name` through GObject introspection."""
    python = python_with("gi")
    return python is not None and _succeeds([python, "-c", f"import gi; gi.require_version({name!r}, {version!r})"])


@functools.cache
def node_with(package: str) -> str | None:
    """Return node, if `package` lies in the folder of `NODE_MODULES`."""
    folder = os.environ.get(NODE_MODULES)
    return shutil.which("node") if folder and (Path(folder) / package / "package.json").is_file() else None


def command(name: str) -> str:
    """Return the path of the command `name`; skip the test if there is none."""
    return shutil.which(name) or pytest.skip(f"{name} is not installed")


def run(arguments: Sequence[str | Path], **more: str) -> str:
    """Return what a program prints, which must succeed; `more` is put into its environment."""
    done = subprocess.run(
        [str(argument) for argument in arguments],
        env=surroundings(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment for a program: nothing of this one's Python, and a zone far away."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return {**kept, "TZ": ELSEWHERE, "LC_ALL": "C.UTF-8", **more}


def _succeeds(arguments: Sequence[str]) -> bool:
    try:
        return subprocess.run(arguments, env=surroundings(), capture_output=True, timeout=600).returncode == 0
    except OSError:
        return False


@dataclass(frozen=True)
class Reader:
    """A library for calendars, and the script by which it is asked.

    Parameters
    ----------
    script
        In the folder ``readers``. It takes the path of a job, and prints what it has found in each of its files.
    missing
        What is said where it cannot be run.
    interpreter
        Returns what runs the script; None where it cannot be run.
    misreads
        What it is known to make of a text and of a name that it gets wrong.
    """

    script: str
    missing: str
    interpreter: Callable[[], str | None]
    misreads: Misreading = RIGHT

    def read(self, job: Path) -> Mapping[str, Any]:
        """Return what the reader prints for a job; skip the test if it is missing."""
        interpreter = self.interpreter()
        if interpreter is None:
            pytest.skip(self.missing)
        found = json.loads(run([interpreter, SCRIPTS / self.script, job], NODE_PATH=os.environ.get(NODE_MODULES, "")))
        assert isinstance(found, dict)
        return found


READERS = {
    "libical": Reader(
        "read_with_libical.py",
        "libical through GObject introspection is not installed",
        lambda: python_with("gi") if has_gobject_library("ICalGLib", "3.0") else None,
    ),
    "ical.js": Reader(
        "read_with_icaljs.js",
        f"node or ical.js (in the folder that {NODE_MODULES} names) is not installed",
        lambda: node_with("ical.js"),
        RIGHT,
    ),
    "node-ical": Reader(
        "read_with_nodeical.js",
        f"node or node-ical (in the folder that {NODE_MODULES} names) is not installed",
        lambda: node_with("node-ical"),
        NODE_ICAL,
    ),
    "vobject": Reader("read_with_vobject.py", "vobject is not installed", lambda: python_with("vobject"), VOBJECT),
}

WRITERS = tuple(name for name in READERS if name != "node-ical")
"""Those of the readers that write calendars too."""
