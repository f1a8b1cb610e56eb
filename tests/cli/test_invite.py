"""`ltsched invite`: what it shows, writes and returns."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.support.issued import change, planned

WEEK = timedelta(weeks=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a small Full review with a timetable."""
    return planned(tmp_path / "review")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_run_invites_everybody_who_comes(program: Program, folder: Path) -> None:
    """Each message as .ics and .eml; the table fits into 80 columns; who is left out is told."""
    ran = program("invite", folder)
    assert ran.code == 0
    assert "messages for" in ran.out
    written = {path.name for path in (folder / "out" / "invitations" / "001").iterdir()}
    assert {"c1.conversation_c1.request.ics", "c1.conversation_c1.request.eml"} <= written
    assert f"Written to {folder / 'out' / 'invitations' / '001'}: {len(written) // 2} messages" in ran.out
    assert "Cannot come, and are not invited" in ran.out
    assert max(map(len, ran.out.partition("Written to")[0].splitlines())) <= 80


def test_a_second_run_with_nothing_changed_writes_nothing_and_says_so(program: Program, folder: Path) -> None:
    program("invite", folder)
    before = files(folder)
    ran = program("invite", folder)
    assert ran.code == 0
    assert ran.out.startswith("Nothing has changed since ")
    assert files(folder) == before


def test_what_has_changed_is_told_by_what_it_was(program: Program, folder: Path) -> None:
    """A move with the old time, a cancellation, and only to whom it matters."""
    program("invite", folder)
    before = change(folder, "conversation:c1")
    change(folder, "set-up", start=before.start + WEEK, end=before.end + WEEK)
    ran = program("invite", folder)
    rows = [" ".join(row.split()) for row in ran.out.splitlines()]
    assert any(row.startswith("cancelled Conversation c1") for row in rows)
    assert any(row.startswith("moved Set-up meeting") for row in rows)
    assert any(row.startswith("was ") for row in rows)
    changed = {path.name for path in (folder / "out" / "invitations" / "002").glob("*.ics")}
    assert {name for name in changed if name.endswith("cancel.ics")} == {
        f"{id}.conversation_c1.cancel.ics" for id in before.attendees
    }
    assert {name.partition(".")[2] for name in changed if name.endswith("request.ics")} == {"set-up.request.ics"}


def test_a_dry_run_shows_the_same_and_writes_nothing(program: Program, folder: Path) -> None:
    before = files(folder)
    dry = program("invite", folder, "--dry-run")
    assert files(folder) == before
    assert "Nothing was written: this is what would be issued." in dry.out
    real = program("invite", folder)
    assert dry.out.partition("Nothing was written")[0] == real.out.partition("Written to")[0]


def test_a_person_can_get_their_invitations_once_more(program: Program, folder: Path) -> None:
    """--again issues them with the same SEQUENCE; an id that has none is a mistake."""
    program("invite", folder)
    ran = program("invite", folder, "--again", "c1")
    assert "once more" in ran.out
    again = {path.name for path in (folder / "out" / "invitations" / "002").iterdir()}
    assert again == {
        path.name for path in (folder / "out" / "invitations" / "001").iterdir() if path.name.startswith("c1.")
    }
    ran = program("invite", folder, "--again", "p99")
    assert ran.code == 2
    assert 'invitations.json, recipient: nobody there has the id "p99"' in ran.err


def test_the_choice_of_whom_to_show_is_kept(program: Program, folder: Path) -> None:
    """A later run that does not say it again sends no updates for it; another word is wrong use."""
    program("invite", folder, "--show-attendees", "review-team")
    assert program("invite", folder).out.startswith("Nothing has changed")
    assert program("invite", folder, "--show-attendees", "none").out.count("changed") > 1
    ran = program("invite", folder, "--show-attendees", "everybody")
    assert ran.code == 2
    assert "'everybody' is not known; expected none or review-team" in ran.err


def test_json_has_every_message(program: Program, folder: Path) -> None:
    """With its method, UID, SEQUENCE, recipient, times and files; and who is not invited."""
    document = json.loads(program("invite", folder, "--json").out)
    assert (document["format"], document["status"], document["shown"]) == (1, "issued", "none")
    batch = Path(document["folder"])
    names = [name for message in document["messages"] for name in message["files"]]
    assert sorted(names) == sorted(path.name for path in batch.iterdir())
    first = document["messages"][0]
    assert (first["change"], first["method"], first["sequence"], first["before"]) == ("new", "REQUEST", 0, None)
    assert document["not_invited"]
    unchanged = json.loads(program("invite", folder, "--json").out)
    assert (unchanged["status"], unchanged["messages"], unchanged["folder"]) == ("unchanged", [], None)


def test_without_a_timetable_it_says_how_to_get_one(program: Program, folder: Path) -> None:
    (folder / "out" / "timetable.json").unlink()
    ran = program("invite", folder)
    assert ran.code == 2
    assert ran.err.startswith("error: timetable.json: cannot be read: No such file or directory")
    assert "Run `ltsched plan` first." in ran.err


def test_a_timetable_that_breaks_a_rule_is_warned_about(program: Program, folder: Path) -> None:
    """The made-up one breaks many; it is not proven either. A warning, for who sends cancellations all the same."""
    ran = program("invite", folder)
    assert "warning: the timetable is not proven to be the best" in ran.err
    assert "warning: as things are now, the timetable breaks a rule: " in ran.err
    assert program("invite", folder, "--again", "c1", "--quiet").err == ""


def test_who_has_no_address_is_named(program: Program, folder: Path) -> None:
    people = folder / "people.csv"
    row = next(line for line in people.read_text().splitlines() if line.startswith("c1,"))
    address = row.split(",")[2]
    people.write_text(people.read_text().replace(address, ""))
    ran = program("invite", folder)
    assert "c1" in ran.out.partition("No address, so tell them yourself")[2]
    assert not list((folder / "out" / "invitations" / "001").glob("c1.*"))


def test_a_room_named_for_somebody_is_warned_about(program: Program, folder: Path) -> None:
    """Everybody who is invited would read the name of somebody who takes part."""
    name = next(line for line in (folder / "people.csv").read_text().splitlines() if line.startswith("c1,")).split(",")
    rooms = folder / "rooms.csv"
    head, first, *rest = rooms.read_text().splitlines()
    id, _, capacity = first.split(",")
    rooms.write_text("\n".join([head, f"{id},Room of {name[1]},{capacity}", *rest]))
    assert "has the name of c1: everybody who is invited reads it" in program("invite", folder).err
