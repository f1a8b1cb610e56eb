"""What lies in a scenario folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.errors import Mistake, Notice
from ltsched.files.disk.folder_entries import calendar_files, check_entries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "review"
    found.mkdir()
    for name in ("review.toml", "people.csv"):
        (found / name).touch()
    return found


def entries(folder: Path) -> tuple[list[str], list[str]]:
    mistakes: list[Mistake] = []
    notices: list[Notice] = []
    check_entries(folder, mistakes, notices)
    return list(map(str, mistakes)), list(map(str, notices))


def calendars(folder: Path, known: set[str] | None) -> tuple[list[str], list[str]]:
    mistakes: list[Mistake] = []
    return list(calendar_files(folder, known, mistakes)), list(map(str, mistakes))


def test_what_belongs_in_a_folder_is_silent(folder: Path) -> None:
    """Results, an option of one's own, explanations, and what systems leave behind."""
    for name in (
        "README.txt",
        "rapid.toml",
        "report.html",
        "invitations.json",
        ".DS_Store",
        "Thumbs.db",
        "~$people.csv",
    ):
        (folder / name).touch()
    (folder / "out").mkdir()
    assert entries(folder) == ([], [])


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Rooms.csv", "rooms.csv"),
        ("room.csv", "rooms.csv"),
        ("rooms.xlsx", "rooms.csv"),
        ("bussy.csv", "busy.csv"),
        ("busy.tsv", "busy.csv"),
        ("Calendars", "calendars"),
        ("calendar", "calendars"),
    ],
)
def test_what_looks_meant_is_a_mistake(folder: Path, name: str, target: str) -> None:
    """It would not be read, and nobody would notice."""
    (folder / name).touch()
    mistakes, notices = entries(folder)
    assert len(mistakes) == 1
    assert mistakes[0].startswith(f"{name}: it is not read; expected")
    assert f'Did you mean "{target}"?' in mistakes[0]
    assert notices == []


def test_a_missing_file_is_a_mistake_and_what_was_meant_is_named(folder: Path) -> None:
    """Each of the two that a review needs; a misspelt one is told only once."""
    (folder / "people.csv").unlink()
    (folder / "review.toml").rename(folder / "reviw.toml")
    assert entries(folder)[0] == [
        'reviw.toml: it is not read; expected review.toml. Did you mean "review.toml"?',
        "people.csv: missing; every review has review.toml and people.csv.",
    ]


def test_a_calendar_beside_its_folder_is_a_mistake(folder: Path) -> None:
    """Somebody would be taken as free whose calendar is there."""
    (folder / "p1.ics").touch()
    assert entries(folder)[0] == ["p1.ics: it is not read here; calendars stand in the folder calendars."]


def test_other_files_are_told_in_one_notice(folder: Path) -> None:
    """A copy beside the file itself is no mistake."""
    for name in ("notes.docx", "people-old.csv", "we\nird"):
        (folder / name).touch()
    assert entries(folder) == ([], ['not read: notes.docx, people-old.csv, "we\\nird"'])


def test_calendars_are_found_by_their_ids(folder: Path) -> None:
    """In the order of their names; files of the system are passed over."""
    (folder / "calendars").mkdir()
    for name in ("r1.ics", "p1.ICS", ".hidden", "desktop.ini"):
        (folder / "calendars" / name).touch()
    assert calendars(folder, {"p1", "r1"}) == (["p1", "r1"], [])
    assert calendars(folder, None) == (["p1", "r1"], [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p2x.ics", 'calendars/p2x.ics: nobody has the id "p2x"; expected the id of a person or room'),
        ("p2x.ics", 'Did you mean "p2"?'),
        ("P2.ics", 'Did you mean "p2"?'),
        ("p2.txt", "calendars/p2.txt: it is no .ics file"),
        ("p2", "it is no .ics file"),
        ("a\x1bb.ics", "calendars/a\\x1bb.ics: nobody has the id"),
    ],
)
def test_what_is_no_calendar_of_somebody_is_a_mistake(folder: Path, name: str, expected: str) -> None:
    """An unknown id, another case, another kind of file, a name that would upset a terminal."""
    (folder / "calendars").mkdir()
    (folder / "calendars" / name).touch()
    found, mistakes = calendars(folder, {"p2", "r1"})
    assert found == []
    assert len(mistakes) == 1
    assert expected in mistakes[0]


def test_folders_second_files_and_links_that_lead_out_are_mistakes(folder: Path, tmp_path: Path) -> None:
    """Nothing outside the folder is read through it."""
    (tmp_path / "secret.ics").touch()
    directory = folder / "calendars"
    directory.mkdir()
    (directory / "p1.ics").symlink_to(tmp_path / "secret.ics")
    (directory / "p2.ics").symlink_to(directory / "p2.ics")
    (directory / "p3.ics").mkdir()
    (directory / "p4.ICS").touch()
    (directory / "p4.ics").touch()
    found, mistakes = calendars(folder, {"p1", "p2", "p3", "p4"})
    assert found == ["p4"]
    assert [mistake.split(";")[0] for mistake in mistakes] == [
        "calendars/p1.ics: it is a link that leads out of the folder",
        "calendars/p2.ics: it is a link that leads out of the folder",
        "calendars/p3.ics: it is a folder",
        "calendars/p4.ics: a second calendar of p4",
    ]


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    """Two people may share one calendar that way."""
    (folder / "calendars").mkdir()
    (folder / "calendars" / "p1.ics").touch()
    (folder / "calendars" / "p2.ics").symlink_to(folder / "calendars" / "p1.ics")
    assert calendars(folder, {"p1", "p2"}) == (["p1", "p2"], [])


def test_calendars_must_be_a_folder_here(folder: Path, tmp_path: Path) -> None:
    """Neither a file of that name nor a link to another place."""
    (folder / "calendars").touch()
    assert "calendars: not a folder here" in calendars(folder, set())[1][0]
    (folder / "calendars").unlink()
    (folder / "calendars").symlink_to(tmp_path)
    assert "calendars: not a folder here" in calendars(folder, set())[1][0]
