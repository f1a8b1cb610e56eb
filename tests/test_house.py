"""The rules of the house that no tool holds."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import ltsched

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ltsched"
MOST_LINES = 300
MOST_FILES = 20
TEXT_SUFFIXES = {".py", ".toml", ".md", ".csv", ".ics", ".txt", ".json"}
FOLDERS = ("ltsched", "scenarios", "tests", "benchmarks")
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def own_texts() -> list[Path]:
    found = [path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT_SUFFIXES]
    for folder in FOLDERS:
        found += [
            path for path in (ROOT / folder).rglob("*") if path.suffix in TEXT_SUFFIXES and "out" not in path.parts
        ]
    return [*found, ROOT / ".ci" / "run"]


def test_no_file_is_too_long() -> None:
    """A file of more than 300 lines is two files; so is one of the tests."""
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    lines = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in paths}
    assert len(lines) > len(MODULES)
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_folder_is_too_full() -> None:
    """A folder of more than 20 modules is two rooms; the file that makes it a package does not count."""
    counts = Counter(name_of(path.parent) for path in MODULES if path.name != "__init__.py")
    assert {name: count for name, count in counts.items() if count > MOST_FILES} == {}


def test_no_path_of_anybodys_machine() -> None:
    """Nothing names a folder that is on one machine only."""
    # Written in parts, so that this file does not find itself.
    machine_path = re.compile("|".join(("/" + "work/", "/" + "home/", "/" + "Users/", "/" + "root/", "/" + "opt/lt")))
    found = {name_of(path) for path in own_texts() if machine_path.search(path.read_text(encoding="utf-8-sig"))}
    assert found == set()


def test_what_it_refers_to_is_in_the_repository() -> None:
    """A comment says in words where something comes from: whoever reads it has this repository and nothing else."""
    elsewhere = re.compile("|".join((r"\bDES" + r"IGN\b", r"\bDOM" + r"AIN\b", "\N{SECTION SIGN}")))
    found = {name_of(path) for path in own_texts() if elsewhere.search(path.read_text(encoding="utf-8-sig"))}
    assert found == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_and_prints_only_in_cli(path: Path) -> None:
    """Each module has a docstring; print and the streams belong to the command line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    if "cli" in path.parts:
        return
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    streams = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & {"stdout", "stderr"}
    assert "print" not in calls
    assert streams == set()


def test_nothing_is_switched_off_without_a_reason() -> None:
    """A comment that silences a tool says why, and nothing is left to be done some day."""
    silenced = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?:[:\[][\w\], ]+)?\s*$", re.MULTILINE)
    undone = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    for path in own_texts():
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            assert not silenced.search(text), name_of(path)
            assert not undone.search(text), name_of(path)


def test_no_code_names_an_option() -> None:
    """An option is data: no module of the package compares anything with the name of one."""
    options = {path.stem for path in (PACKAGE / "options").glob("*.toml")} - {"common", "costs", "importance"}
    for path in MODULES:
        compared = {
            part.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Compare)
            for part in ast.walk(node)
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        }
        assert not compared & options, name_of(path)


def test_no_solver_takes_ctrl_c_for_itself() -> None:
    """CP-SAT's own handler leaves a process that the next Ctrl-C kills without a trace, so everybody turns it off."""
    call = "Cp" + "Solver()"
    for path in own_texts():
        text = path.read_text(encoding="utf-8-sig")
        assert text.count(call) == text.count("catch_sigint_" + "signal = False"), name_of(path)


def test_the_changelog_has_the_version() -> None:
    """The newest version that the changelog tells of is the one at hand."""
    versions = re.findall(r"^## \[(.+?)\] - ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == ltsched.__version__


def test_the_clock_is_read_in_one_place() -> None:
    """What depends on the day can be given the day: only `ltsched.files.disk.clock` asks what day it is."""
    asks = re.compile(r"\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.(time|localtime|gmtime)\(")
    found = {name_of(path) for path in MODULES if asks.search(path.read_text(encoding="utf-8"))}
    assert found == {"ltsched/files/disk/clock.py"}


def test_the_disk_is_written_in_one_place() -> None:
    """Whatever makes a file returns bytes; only a sweep adds lines to its file as it goes."""
    writes = re.compile(r"\.write_(?:bytes|text)\(|\bopen\((?:[^()]*, )?\"[wax]")
    found = {name_of(path) for path in MODULES if writes.search(path.read_text(encoding="utf-8"))}
    assert found == {"ltsched/files/disk/atomic.py", "ltsched/files/results/sweep_file.py"}
