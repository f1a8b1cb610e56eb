"""The directions in which the packages of ltsched import one another, and what is not loaded without need."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import ltsched
from ltsched.options.template import shipped_options

PACKAGE = Path(ltsched.__file__).parent
BOTTOM = {"errors", "version"}
BELOW = {
    "version": set(),
    "errors": set(),
    "domain": {"errors"},
    "validation": {"errors", "domain"},
    "options": {"errors", "domain", "validation"},
    "model": {"errors", "domain"},
    "verify": {"errors", "domain"},
    "files": {*BOTTOM, "domain", "options", "validation"},
    "report": {"errors", "domain"},
    "solve": {"errors", "domain", "options", "model", "verify"},
    "library": {*BOTTOM, "domain", "options", "files", "report", "solve", "verify"},
    "__init__": {*BOTTOM, "library"},
}
"""What each layer may import besides itself. The command line, on top, may import everything."""

ROOMS = ("files", "report", "solve")
"""Layers that consist of rooms, which import one way too."""

HEAVY = ("ortools", "pandas", "numpy", "matplotlib", "jinja2", "xlsxwriter", "pydantic")
SOURCES = sorted(PACKAGE.rglob("*.py"))


def module(path: Path) -> str:
    """Return the name by which the module in a file is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path): path for path in SOURCES}


def layer(path: Path) -> str:
    """Return the package, or the module, right below ltsched that `path` belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def room(path: Path) -> str | None:
    """Return the room of a layer that `path` is in, with all its subfolders; None outside the rooms."""
    parts = path.relative_to(PACKAGE).parts
    return "/".join(parts[:2]) if parts[0] in ROOMS and len(parts) > 2 else None


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all that a file consists of."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imported(path: Path) -> frozenset[str]:
    """Return the modules that a file imports anywhere, in functions too."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


@cache
def ours(path: Path) -> frozenset[str]:
    """Return the modules of ltsched that a file imports: `from ltsched import plan` is the package itself."""
    named = {
        f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in MODULES else node.module
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    whole = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    return frozenset(name for name in named | whole if name in MODULES) - {module(path)}


def circle(imports: dict[str, set[str]]) -> list[str]:
    """Return the names of one circle, the first at the end again; nothing if there is none."""
    try:
        graphlib.TopologicalSorter(imports).prepare()
    except graphlib.CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_layer_imports_only_what_lies_below(path: Path) -> None:
    """No module reaches up: a check that imported the model could approve the model's own mistake."""
    own = layer(path)
    if own in BELOW:
        assert {layer(MODULES[name]) for name in ours(path)} <= BELOW[own] | {own}


def test_an_import_of_the_whole_is_seen() -> None:
    """It lies above all but the command line; what is named after it may be a module or what one offers."""
    assert "ltsched" in ours(PACKAGE / "cli" / "plan.py")
    assert layer(MODULES["ltsched"]) == "__init__"
    assert "ltsched.errors" in ours(PACKAGE / "__init__.py")
    assert "ltsched.errors.WrongUse" not in ours(PACKAGE / "__init__.py")


def test_no_module_imports_itself_round_about() -> None:
    """Not in functions nor for types either, where Python would let it pass."""
    assert circle({name: set(ours(path)) for name, path in MODULES.items()}) == []


def test_no_room_imports_itself_round_about() -> None:
    """Whoever works in a room needs to know only those below it."""
    imports: dict[str, set[str]] = defaultdict(set)
    for path in SOURCES:
        for name in ours(path):
            own, other = room(path), room(MODULES[name])
            if own is not None and other is not None and own != other:
                imports[own].add(other)
    assert circle(imports) == []


@pytest.mark.parametrize("path", [p for p in SOURCES if layer(p) == "domain"], ids=lambda path: path.name)
def test_the_domain_needs_only_the_standard_library(path: Path) -> None:
    """The words of the trade need no third party; pandas is named in one place, and loaded only when asked for."""
    others = {name.partition(".")[0] for name in imported(path)} - set(sys.stdlib_module_names) - {"ltsched"}
    assert others <= ({"pandas"} if path.name == "timetable.py" else set())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_model_and_solve_know_the_solver(path: Path) -> None:
    """CP-SAT stays behind two packages."""
    uses = any(name.partition(".")[0] == "ortools" for name in imported(path))
    assert not uses or layer(path) in {"model", "solve"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_but_the_list_names_an_option(path: Path) -> None:
    """An option is data: a new one needs no change of code. Only the list of those that are shipped knows names."""
    texts = {node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    named = texts & set(shipped_options())
    assert not named or path.relative_to(PACKAGE) == Path("validation", "option", "names.py")


def test_every_option_file_is_listed() -> None:
    """Nothing is shipped that cannot be asked for; what all options share, and what things cost, are none."""
    files = {path.stem for path in (PACKAGE / "options").glob("*.toml")}
    assert files == {*shipped_options(), "common", "costs", "importance"}
    for name in shipped_options():
        assert tomllib.loads((PACKAGE / "options" / f"{name}.toml").read_text(encoding="utf-8"))["summary"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    """The library logs; what it prints could end up in the middle of somebody's JSON."""
    calls = {node.func.id for node in nodes(path) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert "print" not in calls or layer(path) == "cli"


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (None, []),
        (["--help"], []),
        (["check", str(PACKAGE.parent / "scenarios" / "focused")], ["pydantic"]),
        (["status", str(PACKAGE.parent / "scenarios" / "focused")], ["pydantic"]),
    ],
    ids=["import", "help", "check", "status"],
)
def test_the_solver_is_loaded_only_to_solve(arguments: list[str] | None, needed: list[str]) -> None:
    """`import ltsched`, `--help`, `ltsched check` and `ltsched status` answer at once: no solver, no tables, no charts.

    What validates documents is loaded only to read them.
    """
    lines = ["import ltsched, sys"]
    if arguments is not None:
        lines += [f"sys.argv[1:] = {arguments!r}", "from ltsched.cli import main"]
        lines += ["try:", "    main()", "except SystemExit as end:", "    assert not end.code, end.code"]
    lines.append(f"sys.stderr.write('LOADED ' + ' '.join(m for m in {HEAVY!r} if m in sys.modules))")
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, cwd=PACKAGE.parent, timeout=600
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.rpartition("LOADED")[2].split() == needed
