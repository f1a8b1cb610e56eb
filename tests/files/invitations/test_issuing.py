"""From a timetable to files and a ledger: everything that is due is issued once, and nothing is lost or overwritten."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ltsched.domain.invitations.invitations import Ledger, Shown
from ltsched.domain.people import Person
from tests.support.agendas import LONDON, at, person
from tests.support.events import events_of
from tests.support.first_run import FILES_OF_THE_FIRST_RUN, SET_UP, TALK, content, desk_in
from tests.support.invitations import NOW, REFERENCE, Desk, changes, line, meeting, review_of

ROOT = Path(__file__).parents[3]
LATER = NOW + timedelta(hours=5)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path / "review")


def files(desk: Desk) -> list[str]:
    return [name for name in desk.names() if "/" in name]


def test_the_first_run_invites_everybody(desk: Desk) -> None:
    """Two files for each message, and a line in the ledger that says the same as they do."""
    done = desk.issue()
    assert changes(done.due) == [("p1", "new", 0), ("p2", "new", 0), ("p3", "new", 0), ("p1", "new", 0)]
    assert done.folder == desk.batches / "001"
    assert desk.names() == ["001", *FILES_OF_THE_FIRST_RUN]
    ledger = desk.ledger()
    assert ledger == done.ledger
    assert (done.earlier, done.invitees.missing) == (Ledger(REFERENCE), ())
    assert (ledger.batches, ledger.writing, ledger.shown, ledger.answers) == (1, None, Shown.NONE, ())
    assert ledger.issued == tuple(line(due) for due in done.due)
    (event,) = events_of((done.folder / "p2.set-up.request.ics").read_bytes())
    assert (str(event["UID"]), int(event["SEQUENCE"])) == (ledger.issued[1].uid, 0)
    assert (event["DTSTAMP"].dt, event["DTSTART"].dt) == (NOW, at(1, "10:00"))


def test_a_second_run_writes_nothing(desk: Desk) -> None:
    """Not even the same bytes again; also when somebody is called something else, which is not in the invitation."""
    desk.issue()
    before = content(desk.folder)
    desk.review = replace(desk.review, people=tuple(replace(each, name="Eve") for each in desk.review.people))
    done = desk.issue(now=LATER)
    assert (done.due, done.folder) == ((), None)
    assert done.ledger == done.earlier == desk.ledger()
    assert content(desk.folder) == before


def test_a_booking_that_moves_is_an_update_in_a_folder_of_its_own(desk: Desk) -> None:
    """What an earlier run wrote stays: perhaps nobody has sent it yet."""
    desk.issue()
    first = content(desk.batches / "001")
    done = desk.issue(replace(SET_UP, start=at(2, "10:00"), end=at(2, "12:00")), TALK, now=LATER)
    assert changes(done.due) == [("p1", "moved", 1), ("p2", "moved", 1)]
    assert content(desk.batches / "001") == first
    names = [f"002/{id}.set-up.request.{suffix}" for id in ("p1", "p2") for suffix in ("eml", "ics")]
    assert desk.names() == ["001", *FILES_OF_THE_FIRST_RUN, "002", *names]
    assert (done.ledger.batches, done.ledger.issued[:4]) == (2, done.earlier.issued)
    assert {(each.batch, each.issued_at) for each in done.ledger.issued[4:]} == {(2, LATER)}


def test_a_room_with_another_name_is_a_change(desk: Desk) -> None:
    """People read the name, not the id."""
    desk.issue()
    desk.review = replace(
        desk.review, rooms=tuple(replace(each, name=f"Hall of {each.id}") for each in desk.review.rooms)
    )
    done = desk.issue()
    assert changes(done.due) == [("p1", "changed", 1), ("p2", "changed", 1)]
    assert {due.invitation.told.location for due in done.due} == {"Hall of r1"}


def test_a_booking_that_is_gone_is_cancelled(desk: Desk) -> None:
    """Everybody who was invited is told; the files say so in their names."""
    desk.issue()
    done = desk.issue(SET_UP)
    assert changes(done.due) == [("p3", "cancelled", 1), ("p1", "cancelled", 1)]
    assert files(desk)[8:] == [
        f"002/{id}.conversation_p3.cancel.{suffix}" for id in ("p1", "p3") for suffix in ("eml", "ics")
    ]
    assert b"METHOD:CANCEL\r\n" in (desk.batches / "002" / "p3.conversation_p3.cancel.ics").read_bytes()


def test_who_leaves_and_who_joins_is_told_and_nobody_else(desk: Desk) -> None:
    """The booking is held, so the invitation is withdrawn."""
    desk.issue()
    done = desk.issue(replace(SET_UP, attendees=("p1", "p3")), TALK)
    assert changes(done.due) == [("p2", "withdrawn", 1), ("p3", "new", 0)]


def with_email(desk: Desk, id: str, email: str) -> None:
    people = [replace(each, email=email) if each.id == id else each for each in desk.review.people]
    desk.review = replace(desk.review, people=tuple(people))


def test_a_corrected_address_gives_two_messages(desk: Desk) -> None:
    """One to the old address and one to the new one, side by side in one folder."""
    desk.issue()
    with_email(desk, "p2", "new@example.org")
    done = desk.issue()
    assert changes(done.due) == [("p2", "withdrawn", 1), ("p2", "new", 2)]
    assert [due.invitation.told.email for due in done.due] == ["p2@example.org", "new@example.org"]
    assert files(desk)[8:] == [
        f"002/p2.set-up.{kind}.{suffix}" for kind in ("cancel", "request") for suffix in ("eml", "ics")
    ]
    assert desk.issue().due == ()


def test_who_is_no_longer_in_the_review_is_told(desk: Desk) -> None:
    """At the address that the ledger has, by no name."""
    desk.issue()
    desk.review = replace(desk.review, people=desk.review.people[:1] + desk.review.people[2:])
    done = desk.issue(replace(SET_UP, attendees=("p1",)), TALK)
    assert changes(done.due) == [("p2", "withdrawn", 1)]
    text = (desk.batches / "002" / "p2.set-up.cancel.ics").read_text(encoding="utf-8")
    assert "mailto:p2@example.org" in text.replace("\n ", "")
    assert "Name of p2" not in text


def test_again_writes_the_invitations_of_one_person_once_more(desk: Desk) -> None:
    """As they are, in a batch of their own."""
    desk.issue()
    done = desk.issue(again=["p1"], now=LATER)
    assert changes(done.due) == [("p1", "again", 0), ("p1", "again", 0)]
    assert done.ledger.batches == 2
    assert desk.issue().due == ()


@pytest.mark.parametrize("issued", [False, True], ids=["nothing issued", "an update due"])
def test_a_dry_run_writes_nothing(desk: Desk, issued: bool) -> None:
    """It tells the very same, and leaves no lock either."""
    if issued:
        desk.issue()
    desk.plan(replace(SET_UP, room="r2"), TALK)
    before, names = content(desk.folder), sorted(desk.folder.rglob("*"))
    dry = desk.issue(write=False, shown=Shown.REVIEW_TEAM)
    assert (content(desk.folder), sorted(desk.folder.rglob("*"))) == (before, names)
    assert dry.folder is None
    assert dry.ledger.issued == dry.earlier.issued
    assert dry.due == desk.issue(shown=Shown.REVIEW_TEAM).due


def test_the_choice_of_whom_to_show_is_kept(desk: Desk) -> None:
    """The next run does not take it back; another choice is an update for those who see a change."""
    assert desk.issue(shown=Shown.REVIEW_TEAM).due[0].invitation.others == (("Name of p2", "p2@example.org"),)
    assert desk.ledger().shown is Shown.REVIEW_TEAM
    assert desk.issue().due == ()
    assert {change for _, change, _ in changes(desk.issue(shown=Shown.NONE).due)} == {"changed"}
    assert desk.ledger().shown is Shown.NONE


def test_a_choice_that_changes_nothing_for_anybody_is_kept_too(desk: Desk) -> None:
    """Nobody meets anybody yet; later they may."""
    desk.plan(meeting("set-up", at(1, "10:00"), "p1"))
    desk.issue()
    assert desk.issue(shown=Shown.REVIEW_TEAM).due == ()
    assert desk.ledger().shown is Shown.REVIEW_TEAM


def test_without_its_ledger_no_batch_is_overwritten(desk: Desk) -> None:
    """Whatever has been lost: what lies there may have been sent."""
    desk.issue()
    (desk.batches / "007").mkdir()
    (desk.batches / "my notes").mkdir()
    (desk.folder / "invitations.json").unlink()
    before = content(desk.batches / "001")
    done = desk.issue()
    assert done.folder == desk.batches / "008"
    assert content(desk.batches / "001") == before


def test_a_lost_folder_of_results_starts_no_number_again(desk: Desk) -> None:
    """The ledger knows how many batches there were."""
    desk.issue()
    shutil.rmtree(desk.results)
    assert desk.issue(SET_UP).folder == desk.batches / "002"


def test_times_are_told_to_the_second_in_utc(desk: Desk) -> None:
    """DTSTAMP has no more, and the ledger and the files have to agree."""
    done = desk.issue(now=datetime(2027, 3, 1, 9, 30, 15, 987654, tzinfo=LONDON))
    assert {each.issued_at for each in done.ledger.issued} == {datetime(2027, 3, 1, 9, 30, 15, tzinfo=UTC)}


def people(*ids: str) -> list[Person]:
    return [person(id) for id in ids]


def test_file_names_are_unique_and_carry_ids_only(tmp_path: Path) -> None:
    """Also for ids that would run into one another."""
    ids = ("a", "a-b", "a_b", "A1", "b")
    desk = Desk(tmp_path, review_of(*people(*ids)))
    names = ("joint-meeting", "joint-meeting:a_1", "joint-meeting:a-1", "joint-meeting:a_1.2", "audit:a_joint-meeting")
    done = desk.issue(*(meeting(name, at(number, "10:00"), *ids) for number, name in enumerate(names, 1)))
    found = [path.name for path in (desk.batches / "001").iterdir()]
    assert len({name.casefold() for name in found}) == len(found) == 2 * len(done.due) == 50
    assert {name.split(".", 1)[0] for name in found} == set(ids)
    assert {name.split(".", 1)[1].rsplit(".", 2)[0] for name in found} == {name.replace(":", "_") for name in names}


RUN_AT_ONCE = """
import sys
from pathlib import Path
from ltsched.files.disk.one_writer import one_writer
from tests.support.invitations import Desk, review_of

one_writer.__wrapped__.__defaults__ = (600.0,)  # patient, however slow the others are

desk = Desk(Path(sys.argv[1]), review_of())
print("ready", flush=True)
sys.stdin.readline()
print(len(desk.issue().due))
"""


def all_at_once(folder: Path, count: int) -> Sequence[str]:
    """Issue in `count` processes that begin together, and return what each of them says."""
    command = [sys.executable, "-c", RUN_AT_ONCE, str(folder)]
    processes = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [process.communicate(timeout=600)[0].strip() for process in processes]


def test_runs_at_the_same_time_issue_every_message_once(desk: Desk) -> None:
    """One of them issues everything, the others find nothing to do, and the ledger is whole."""
    assert Counter(all_at_once(desk.folder, 3)) == {"4": 1, "0": 2}
    ledger = desk.ledger()
    assert (len(ledger.issued), ledger.batches, ledger.writing) == (4, 1, None)
    assert desk.names() == ["001", *FILES_OF_THE_FIRST_RUN]
    assert json.loads((desk.folder / "invitations.json").read_bytes())["reference"] == REFERENCE
