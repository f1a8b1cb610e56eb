"""What is installed is all that the program needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import ltsched

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ltsched"
CODE_SUFFIXES = {".py", ".pyc"}


@pytest.fixture(scope="module")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_data_file_is_packaged(pyproject: dict[str, Any]) -> None:
    """A file in the package that is no code matches one of the patterns, and every pattern is of use."""
    patterns = pyproject["tool"]["setuptools"]["package-data"]["ltsched"]
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in CODE_SUFFIXES]
    packaged = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    assert sorted(set(files) - packaged) == []
    assert [pattern for pattern in patterns if not any(PACKAGE.glob(pattern))] == []


def test_every_folder_of_code_is_a_package() -> None:
    """A folder without an __init__.py would be left out of what is installed."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_the_version_is_said_once(pyproject: dict[str, Any]) -> None:
    """The package says its version; pyproject.toml takes it from there, and so does what is installed."""
    assert "version" not in pyproject["project"]
    assert "version" in pyproject["project"]["dynamic"]
    assert pyproject["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "ltsched.__version__"}
    try:
        assert version("ltsched") == ltsched.__version__
    except PackageNotFoundError:
        assert re.fullmatch(r"\d+\.\d+\.\d+", ltsched.__version__)  # run from its source, not installed


def imported_packages() -> set[str]:
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"ltsched"}


def test_every_import_is_a_dependency_that_is_told(pyproject: dict[str, Any]) -> None:
    """The package imports its dependencies and nothing else, and all of them but the data of the time zones."""
    told = {Requirement(text).name for text in pyproject["project"]["dependencies"]}
    other_names = {"dateutil": "python-dateutil", "pydantic_core": "pydantic"}
    imported = {other_names.get(name, name).replace("_", "-") for name in imported_packages()}
    assert imported == told - {"tzdata"}  # zoneinfo finds it by itself


def test_every_lower_bound_is_met(pyproject: dict[str, Any]) -> None:
    """Each dependency has a lower bound and no upper one, and what is installed here keeps it."""
    for text in pyproject["project"]["dependencies"]:
        requirement = Requirement(text)
        assert [clause.operator for clause in requirement.specifier] == [">="], text
        assert version(requirement.name) in requirement.specifier, text
