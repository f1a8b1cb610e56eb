"""`ltsched replies`: what it records, and what it shows of who has answered."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from ltsched.cli.app import run
from tests.cli.conftest import Program
from tests.conftest import NOW
from tests.support.issued import change, planned, reply

SOON = NOW + timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def invited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small review whose invitations have been issued: it is only copied."""
    made = planned(tmp_path_factory.mktemp("invited") / "review")
    assert run(["invite", str(made), "--quiet"]) == 0
    return made


@pytest.fixture
def folder(tmp_path: Path, invited: Path) -> Path:
    """Return a copy of that folder."""
    return Path(shutil.copytree(invited, tmp_path / "review"))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return where the answers of a test lie."""
    return tmp_path / "inbox"


def request(folder: Path, name: str, batch: str = "001") -> Path:
    return folder / "out" / "invitations" / batch / f"{name}.request.ics"


def rows(out: str, after: str) -> list[str]:
    return [" ".join(row.split()) for row in out.partition(after)[2].splitlines()]


def test_answers_are_shown_by_booking_and_who_has_not_answered_by_person(
    program: Program, folder: Path, inbox: Path
) -> None:
    """Yes, no, maybe and open are counted; those who decline or are unsure are named; within 80 columns."""
    reply(request(folder, "l1.set-up"), "ACCEPTED", inbox, at=SOON)
    reply(request(folder, "t1.set-up"), "DECLINED", inbox, at=SOON)
    reply(request(folder, "t2.set-up"), "TENTATIVE", inbox, at=SOON)
    ran = program("replies", folder, inbox)
    assert ran.code == 0
    assert "3 answers read, 3 new" in ran.out
    (line,) = [row for row in rows(ran.out, "Answers\n") if "Set-up meeting 1" in row]
    assert line.endswith("Set-up meeting 1 1 1 2 no t1; maybe t2")
    assert any(row.startswith("c1 ") for row in rows(ran.out, "Not answered yet"))
    assert max(map(len, ran.out.splitlines())) <= 80


def test_without_files_it_only_shows(program: Program, folder: Path, inbox: Path) -> None:
    """Nothing is written; what was recorded before is there."""
    program("replies", folder, reply(request(folder, "l1.set-up"), "ACCEPTED", inbox, at=SOON))
    ledger = (folder / "invitations.json").read_bytes()
    ran = program("replies", folder)
    assert ran.code == 0
    assert "Set-up meeting 1 – – " in " ".join(ran.out.split())
    assert (folder / "invitations.json").read_bytes() == ledger


def test_an_answer_to_an_earlier_version_is_told_apart(program: Program, folder: Path, inbox: Path) -> None:
    """It is recorded, and does not count: the booking has moved since."""
    answer = reply(request(folder, "l1.set-up"), "ACCEPTED", inbox, at=SOON)
    change(folder, "set-up")
    program("invite", folder)
    ran = program("replies", folder, answer)
    assert "not counted: it was" in ran.out
    assert "Set-up meeting" not in ran.out.partition("Answers\n")[2]
    ledger = json.loads((folder / "invitations.json").read_text())
    assert [each["said"] for each in ledger["answers"]] == ["accepted"]


def test_a_proposed_time_is_shown(program: Program, folder: Path, inbox: Path) -> None:
    """A COUNTER with a time a day later."""
    reply(request(folder, "t1.set-up"), "TENTATIVE", inbox, at=SOON, later=DAY)
    ran = program("replies", folder, inbox)
    assert any(row.startswith("t1 Set-up meeting proposes ") for row in rows(ran.out, "Other times that were proposed"))


def test_somebody_who_was_not_invited_does_not_count_unless_told_to(
    program: Program, folder: Path, inbox: Path
) -> None:
    """An invitation may have been forwarded; or the address is another one of the same person."""
    answer = reply(request(folder, "t1.set-up"), "ACCEPTED", inbox, at=SOON, sender="other@x.example")
    ran = program("replies", folder, answer)
    assert "not counted: other@x.example" in " ".join(ran.out.split())
    assert "add --any-address" in ran.err
    assert "Set-up meeting – " in " ".join(ran.out.split())
    assert "Set-up meeting 1 " in " ".join(program("replies", folder, answer, "--any-address").out.split())


def test_what_cannot_be_read_is_told_and_the_rest_is_recorded(program: Program, folder: Path, inbox: Path) -> None:
    """Exit code 2, a line for each mistake, and the good answer counts."""
    reply(request(folder, "l1.set-up"), "ACCEPTED", inbox, at=SOON)
    (inbox / "words.eml").write_text("From: a@b.example\nDate: Mon, 1 Mar 2027 10:00:00 +0000\n\nI can come.\n")
    ran = program("replies", folder, inbox, request(folder, "t1.set-up"), inbox / "missing.eml")
    assert ran.code == 2
    assert "1 answer read, 1 new" in ran.out
    assert ran.err.startswith("3 mistakes\n")
    assert "the mail has no answer of a calendar program in it" in ran.err
    assert "That is an invitation, not the answer to one." in ran.err
    assert "missing.eml: it does not exist" in ran.err


def test_an_answer_with_a_raised_sequence_counts_and_says_so(program: Program, folder: Path, inbox: Path) -> None:
    """On the screen and in the JSON document."""
    answer = reply(request(folder, "l1.set-up"), "DECLINED", inbox, at=SOON)
    answer.write_bytes(answer.read_bytes().replace(b"SEQUENCE:0", b"SEQUENCE:4"))
    ran = program("replies", folder, answer)
    assert ran.code == 0
    assert "though its SEQUENCE is 4" in " ".join(ran.out.replace("\n", " ").split())
    document = json.loads(program("replies", folder, "--json").out)
    (own,) = [each for each in document["invitations"] if (each["recipient"], each["activity"]) == ("l1", "set-up")]
    assert own["answer"]["said"] == "declined"


def test_an_answer_by_telephone_counts_and_is_shown_as_one(program: Program, folder: Path) -> None:
    """With who took it and what else was said, as it comes in and ever after; within 80 columns."""
    at = NOW.replace(hour=9).strftime("%Y-%m-%d %H:%M")
    flags = ("--no", "t1", "set-up", "--yes", "l1", "set-up", "--taken-by", "A. Clerk", "--comment", "ill")
    ran = program("replies", folder, *flags, "--at", at)
    assert (ran.code, ran.err) == (0, "")
    assert "2 answers taken, 2 new" in ran.out
    for row in ("t1 declined Set-up meeting by telephone, taken by A. Clerk", "l1 accepted Set-up meeting by tele"):
        assert any(each.startswith(row) for each in rows(ran.out, "2 answers"))
    later = program("replies", folder)
    assert later.out == ran.out.partition("\n\n")[2]
    assert "t1 declined Set-up meeting Tue 1 Dec 2026 09:00, taken by A. Clerk" in rows(later.out, "by telephone\n")
    assert "“ill”" in rows(later.out, "by telephone\n")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "2 answers taken, 0 new" in program("replies", folder, *flags, "--at", at).out


def test_a_long_comment_on_a_call_is_shown_whole(program: Program, folder: Path) -> None:
    """However long it is, nothing of the other columns is lost."""
    words = "she is in court all morning and comes in the afternoon if the judge lets her go " * 4
    program("replies", folder, "--maybe", "t1", "set-up", "--comment", words)
    shown = program("replies", folder).out.partition("Answered by telephone\n")[2].partition("\n\n")[0]
    assert "t1   tentative  Set-up" in shown
    assert " ".join(words.split()) in " ".join(shown.replace("meeting", "").replace("“", "").split())
    assert max(map(len, shown.splitlines())) <= 80


def test_a_time_that_is_proposed_by_telephone_is_shown(program: Program, folder: Path) -> None:
    """Among the others that were proposed."""
    ran = program("replies", folder, "--maybe", "t1", "set-up", "--instead", "2027-02-08 14:00")
    assert "t1 Set-up meeting proposes Mon 8 Feb 2027 14:00–16:00" in rows(ran.out, "Other times that were proposed")


def test_mails_and_calls_are_recorded_in_one_run(program: Program, folder: Path, inbox: Path) -> None:
    """The JSON document tells them apart."""
    reply(request(folder, "l1.set-up"), "ACCEPTED", inbox, at=SOON)
    document = json.loads(program("replies", folder, "--maybe", "t1", "set-up", inbox, "--json").out)
    came = [(each["recipient"], each["said"], each["by_telephone"]) for each in document["arrivals"]]
    assert came == [("t1", "tentative", True), ("l1", "accepted", False)]
    assert [each["taken_by"] for each in document["arrivals"]] == ["Review office", None]
    counted = {each["recipient"]: each["answer"] for each in document["invitations"] if each["activity"] == "set-up"}
    assert (counted["t1"]["by_telephone"], counted["l1"]["by_telephone"]) == (True, False)


def test_a_mistake_about_a_call_records_nothing(program: Program, folder: Path, inbox: Path) -> None:
    """Neither the other calls nor the mails; every mistake is told."""
    reply(request(folder, "l1.set-up"), "ACCEPTED", inbox, at=SOON)
    ledger = (folder / "invitations.json").read_bytes()
    ran = program("replies", folder, inbox, "--yes", "t11", "set-up", "--no", "t1", "setup", "--no", "t2", "set-up")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("2 mistakes\n")
    assert "Did you mean" in ran.err
    assert (folder / "invitations.json").read_bytes() == ledger


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--yes", "t1"), "'--yes': expected the id of a person and of an activity, such as t3 joint-meeting:1."),
        (("--yes",), "'--yes': expected the id of a person and of an activity, such as t3 joint-meeting:1."),
        (("--no", "t1", "--yes", "t2", "set-up"), "'--no': 't1 --yes' is not a person and an activity."),
        (("--at", "2026-12-01 09:00"), "'--at': it says something of an answer by telephone; expected --yes, "),
        (("--comment", "x", "--taken-by", "y"), "'--taken-by' '--comment': it says something of an answer by"),
        (("--yes", "t1", "set-up", "--at", "noon"), "'--at': 'noon' is not a time; expected year-month-day and the"),
        (("--yes", "t1", "set-up", "--at", "2026-12-01"), "'--at': '2026-12-01' has no time of day; expected year"),
        (("--yes", "t1", "set-up", "--at", "2026-12-01 09:00Z"), "'--at': '2026-12-01 09:00Z' has an offset, and"),
        (("--yes", "t1", "set-up", "--at", "1926-12-01 09:00"), "'--at': 1926-12-01 is not in the years 2000 to"),
    ],
)
def test_flags_about_calls_that_are_wrong(program: Program, folder: Path, flags: tuple[str, ...], said: str) -> None:
    """One line, and the way to the help."""
    ran = program("replies", folder, *flags)
    assert (ran.code, ran.out) == (2, "")
    assert f"invalid value for {said}" in ran.err
    assert "Try: ltsched replies --help" in ran.err


def test_everybody_has_answered(program: Program, folder: Path, inbox: Path) -> None:
    for path in sorted((folder / "out" / "invitations" / "001").glob("*.ics")):
        reply(path, "ACCEPTED", inbox, at=SOON)
    assert "Everybody has answered everything." in program("replies", folder, inbox).out


def test_before_any_invitation_it_says_how_to_go_on(program: Program, tmp_path: Path) -> None:
    ran = program("replies", planned(tmp_path / "review"))
    assert (ran.code, ran.out) == (0, "Nobody is invited to anything yet: `ltsched invite` issues invitations.\n")


def test_json_has_arrivals_invitations_and_mistakes(program: Program, folder: Path, inbox: Path) -> None:
    """And nothing else is on stdout."""
    reply(request(folder, "t1.set-up"), "DECLINED", inbox, at=SOON, later=DAY)
    (inbox / "broken.ics").write_text("BEGIN:VCALENDAR\n")
    ran = program("replies", folder, inbox, "--json")
    document = json.loads(ran.out)
    assert (ran.code, document["status"], len(document["mistakes"])) == (2, "invalid", 1)
    (arrival,) = document["arrivals"]
    assert (arrival["fate"], arrival["recipient"], arrival["said"]) == ("counted", "t1", "declined")
    assert arrival["proposed"]["start"] > SOON.isoformat()
    (own,) = [each for each in document["invitations"] if (each["recipient"], each["activity"]) == ("t1", "set-up")]
    assert own["answer"]["said"] == "declined"
    assert sum(each["answer"] is None for each in document["invitations"]) == len(document["invitations"]) - 1
