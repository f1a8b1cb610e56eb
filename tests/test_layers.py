"""The directions in which the packages of ltsched import one another, and what is not loaded without need."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import ltsched
from ltsched.options.template import shipped_options

PACKAGE = Path(ltsched.__file__).parent
BELOW = {
    "errors": set(),
    "domain": {"errors"},
    "validation": {"errors", "domain"},
    "options": {"errors", "domain", "validation"},
    "model": {"errors", "domain"},
    "verify": {"errors", "domain"},
    "files": {"errors", "domain", "validation", "options", "report"},
    "report": {"errors", "domain", "files"},  # to become one way when writers return bytes
    "solve": {"errors", "domain", "options", "model", "verify"},
}
"""What each layer may import besides itself; whatever is not here may import everything."""

HEAVY = ("ortools", "pandas", "numpy", "matplotlib", "jinja2", "xlsxwriter", "pydantic")
SOURCES = sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    """Return the package, or the module, right below ltsched that `path` belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


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


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_layer_imports_only_what_lies_below(path: Path) -> None:
    """No module reaches up: a check that imported the model could approve the model's own mistake."""
    own = layer(path)
    if own in BELOW:
        ours = {name.split(".")[1] for name in imported(path) if name.startswith("ltsched.")}
        assert ours <= BELOW[own] | {own}


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
    """Nothing is shipped that cannot be asked for; what all options share is not one of them."""
    files = {path.stem for path in (PACKAGE / "options").glob("*.toml")}
    assert files == {*shipped_options(), "common"}
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
    ],
    ids=["import", "help", "check"],
)
def test_the_solver_is_loaded_only_to_solve(arguments: list[str] | None, needed: list[str]) -> None:
    """`import ltsched`, `--help` and `ltsched check` answer at once: no solver, no tables, no charts.

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
