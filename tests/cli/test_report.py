"""`ltsched report`: the page and the pictures as files, and what is told about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.files.disk.fingerprint import fingerprint
from tests.cli.conftest import Program
from tests.support.compared import compared
from tests.support.issued import change, planned
from tests.support.written import write_comparison_file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small review with a timetable."""
    return planned(tmp_path_factory.mktemp("report") / "review", "focused")


@pytest.fixture
def folder(made: Path) -> Iterator[Path]:
    """Return that folder; what a test writes beside the timetable is taken away again."""
    yield made
    for path in (made / "out").iterdir():
        if path.name != "timetable.json":
            path.unlink()


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / "out").iterdir()} - {"timetable.json"}


def test_the_page_is_one_file(program: Program, folder: Path) -> None:
    """It is named, and needs nothing else."""
    ran = program("report", folder)
    assert ran.code == 0
    assert ran.out == f"Written to {folder / 'out'}: report.html\n"
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert names(folder) == {"report.html"}


def test_the_page_of_one_person_has_nothing_of_the_others(program: Program, folder: Path) -> None:
    """Neither names nor ids of the others are in it."""
    assert program("report", folder, "--for", "c1").out.endswith("report-c1.html\n")
    page = (folder / "out" / "report-c1.html").read_text(encoding="utf-8")
    rows = [row.split(",") for row in (folder / "people.csv").read_text(encoding="utf-8").splitlines()[1:]]
    others = {row[1] for row in rows if row[0] != "c1"} | {row[2] for row in rows if row[0] != "c1" and row[2]}
    assert [word for word in others if word in page] == []


def test_pictures_are_written_if_they_are_asked_for(program: Program, folder: Path) -> None:
    program("report", folder, "--png", "--svg")
    pictures = {f"gantt-{by}.{ending}" for by in ("phases", "people") for ending in ("png", "svg")}
    assert names(folder) == {"report.html", *pictures}
    assert (folder / "out" / "gantt-phases.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (folder / "out" / "gantt-people.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("current", [True, False])
def test_a_comparison_is_taken_up_if_it_is_of_the_folder_as_it_is(
    program: Program, folder: Path, current: bool
) -> None:
    """One of another state is left out, and that is told."""
    write_comparison_file(folder / "out", replace(compared(), inputs=fingerprint(folder) if current else "another"))
    ran = program("report", folder, "--png")
    assert ("of an earlier state of the folder" in ran.err) is not current
    assert ("comparison.png" in names(folder)) is current
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert ("The options compared" in page) is current


def test_without_a_comparison_it_says_how_to_get_one(program: Program, folder: Path) -> None:
    assert "`ltsched compare` makes one" in program("report", folder).err
    assert "compare" not in program("report", folder, "--quiet").err


def test_a_timetable_that_breaks_a_rule_is_told_on_the_page_too(program: Program, folder: Path) -> None:
    """The made-up one breaks many: the page must not call it checked."""
    ran = program("report", folder)
    assert "warning: as things are now, the timetable breaks a rule, and the page says so: " in ran.err
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert "Checked independently against every rule" not in page
    assert "has not passed the independent check" in page


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (
            ("--for", "c11"),
            "invalid value for '--for': nobody with the id 'c11' is in the timetable. Did you mean \"c1\"?",
        ),
        (("--for", "c1", "--png"), "invalid value for '--for': the page of one person has no pictures"),
    ],
)
def test_wrong_use_is_told(program: Program, folder: Path, flags: tuple[str, ...], said: str) -> None:
    ran = program("report", folder, *flags)
    assert ran.code == 2
    assert said in ran.err
    assert names(folder) == set()


def test_json_names_the_files(program: Program, folder: Path) -> None:
    document = json.loads(program("report", folder, "--json").out)
    assert (document["status"], document["verified"]) == ("written", False)
    assert document["files"] == [str(folder / "out" / "report.html")]
    assert document["violations"]


def test_without_a_timetable_it_says_how_to_get_one(program: Program, tmp_path: Path) -> None:
    made = planned(tmp_path / "review")
    (made / "out" / "timetable.json").unlink()
    ran = program("report", made)
    assert ran.code == 2
    assert "Run `ltsched plan` first." in ran.err


def test_equal_input_gives_equal_files(program: Program, folder: Path) -> None:
    """Byte for byte; and a change of the plan is a change of the page."""
    program("report", folder, "--png", "--svg")
    first = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    program("report", folder, "--png", "--svg")
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == first
    before = change(folder, "event", title="Another set-up")
    program("report", folder)
    assert (folder / "out" / "report.html").read_bytes() != first["report.html"]
    change(folder, "event", title=before.title)
