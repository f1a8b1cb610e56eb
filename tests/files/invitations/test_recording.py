"""Answers are recorded in the ledger: each once, none lost, and told what became of it."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.invitations.answered import Fate, answered
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Ledger, invitation_uid
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.errors import InvalidReview, Mistake
from ltsched.files.disk.folder_entries import LEDGER_FILE
from ltsched.files.invitations.issuing import issue
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.invitations.recording import Recording, record_replies
from tests.support.agendas import LONDON, activity, agenda, at, booking, person, timetable
from tests.support.reply_texts import (
    PROGRAMS,
    Told,
    calendar,
    counter,
    event,
    hexadecimal,
    mail,
    needed,
    part,
    plain,
    proposal,
)
from tests.support.written import write_timetable

NOW = datetime(2027, 1, 20, 8, tzinfo=UTC)
SET_UP = activity("set-up", must=("l1",), expected=("t1",))
PANEL = activity("panel", must=("l1",))
UID = invitation_uid("LT-TEST-1", "set-up", "l1")
LEAD = Told(uid=UID)
OF_TEAM = Told(uid=invitation_uid("LT-TEST-1", "set-up", "t1"), email="t1@example.org")
ANOTHER_REVIEW = "Is it the answer to another review, or is the ledger not the newest?"


class Case:
    """A review for which invitations were issued, and the answers to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = folder / "answers"
        self.files.mkdir()
        self.review = self.issue()

    def issue(self, clock: str = "10:00", held: Sequence[Activity] = (SET_UP,)) -> Review:
        """Issue the invitations to bookings on that Monday at `clock`."""
        plan = agenda([person("l1", Role.LEAD_REVIEWER), person("t1")], held)
        write_timetable(self.folder / "out", timetable(plan, [booking(plan, each.id, at(0, clock)) for each in held]))
        issue(plan.review, self.folder, self.folder / "out", now=NOW)
        return plan.review

    def file(self, data: bytes, name: str = "a.ics") -> Path:
        """Save an answer."""
        (self.files / name).write_bytes(data)
        return self.files / name

    def record(self, *answers: bytes, any_address: bool = False) -> Recording:
        """Record answers, each from a file of its own; the ledger on the disk is what is returned."""
        files = [self.file(data, f"{number:03}.eml") for number, data in enumerate(answers)]
        recording = record_replies(self.review, self.folder, files, any_address=any_address)
        assert self.ledger() == recording.ledger
        return recording

    def ledger(self) -> Ledger:
        """Return what is on the disk."""
        return read_ledger(self.folder, "LT-TEST-1", LONDON)

    def said(self, uid: str = UID) -> Said | None:
        """Return the answer that counts."""
        found = {each.issued.uid: each.answer for each in answered(self.ledger())}
        answer = found[uid]
        return answer.said if answer else None


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def fates(recording: Recording) -> list[Fate]:
    """Return what became of the answers; there must be no mistake."""
    assert recording.mistakes == ()
    return [arrival.fate for arrival in recording.arrivals]


def mistake_of(recording: Recording) -> Mistake:
    """Return the only mistake, told in one line; nothing must have come in."""
    assert recording.arrivals == ()
    (mistake,) = recording.mistakes
    assert str(mistake).isprintable()
    return mistake


class TestAnswer:
    """What one answer does."""

    @pytest.mark.parametrize("program", PROGRAMS)
    @pytest.mark.parametrize("said", [Said.ACCEPTED, Said.DECLINED, Said.TENTATIVE])
    def test_counts(self, case: Case, program: str, said: Said) -> None:
        """From every program, and the whole of it is in the ledger."""
        told = replace(LEAD, partstat=said.upper(), comment="By train")
        assert fates(case.record(PROGRAMS[program](told))) == [Fate.COUNTED]
        mailed = None if program == "Apple" else told.at  # whose answers are files
        assert case.ledger().answers == (
            Answer(UID, 0, said, told.at, "l1@example.org", comment="By train", mailed=mailed),
        )
        assert (case.said(), case.said(OF_TEAM.uid)) == (said, None)

    @pytest.mark.parametrize("uid", [UID.upper(), hexadecimal(UID).lower(), hexadecimal(UID.upper())])
    def test_finds_its_invitation_in_any_capitals(self, case: Case, uid: str) -> None:
        """Programs on the way change them; the ledger keeps the UID that was issued."""
        data = plain(replace(LEAD, uid=uid))
        assert fates(case.record(data)) == [Fate.COUNTED]
        assert (case.said(), fates(case.record(data))) == (Said.ACCEPTED, [Fate.KNOWN])

    @pytest.mark.parametrize(
        ("partstat", "said"), [("TENTATIVE", "tentative"), ("DECLINED", "declined"), ("NEEDS-ACTION", "tentative")]
    )
    def test_keeps_the_time_that_it_proposes(self, case: Case, partstat: str, said: str) -> None:
        """Who proposes another time and says nothing else has not made up their mind."""
        assert fates(case.record(proposal(replace(LEAD, partstat=partstat)))) == [Fate.COUNTED]
        (answer,) = case.ledger().answers
        assert (answer.said, answer.start, answer.end) == (said, at(1, "14:00"), at(1, "16:00"))

    @pytest.mark.parametrize("program", PROGRAMS)
    def test_counts_though_its_sequence_was_raised(self, case: Case, program: str) -> None:
        """UID and address decide; the number in the answer is told and kept, and the next version is another one."""
        data = PROGRAMS[program](replace(LEAD, sequence=3))
        recording = case.record(data)
        assert fates(recording) == [Fate.COUNTED]
        assert recording.arrivals[0].note == "its SEQUENCE is 3, but that of the invitation was 0"
        assert [(answer.sequence, answer.raised) for answer in case.ledger().answers] == [(0, 3)]
        assert case.said() is Said.ACCEPTED
        for clock in ("12:00", "13:00", "14:00"):
            case.issue(clock)
        assert case.said() is None
        assert fates(case.record(data)) == [Fate.KNOWN]
        assert case.said() is None

    def test_may_name_all_who_are_invited(self, case: Case) -> None:
        """Some programs do so in a COUNTER; the one who was invited to this is meant."""
        others = "\n".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{name}@example.org" for name in ("x", "y"))
        own = "ATTENDEE;PARTSTAT=DECLINED:mailto:L1@Example.org"
        assert fates(case.record(plain(LEAD, attendee=f"{others}\n{own}"))) == [Fate.COUNTED]
        assert case.said() is Said.DECLINED

    def test_of_another_address_is_kept_and_does_not_count(self, case: Case) -> None:
        """Somebody to whom it was forwarded, or another address of the same person: the user knows."""
        answer = plain(replace(LEAD, email="lead@home.example"))
        assert fates(case.record(answer)) == [Fate.OF_ANOTHER]
        assert (case.said(), len(case.ledger().answers)) == (None, 1)
        assert fates(case.record(answer, any_address=True)) == [Fate.COUNTED]
        assert case.said() is Said.ACCEPTED
        assert fates(case.record(answer)) == [Fate.KNOWN]
        assert len(case.ledger().answers) == 2

    def test_of_an_earlier_version_is_kept_and_does_not_count(self, case: Case) -> None:
        """The booking has moved since; the answer to the new time does."""
        case.issue("14:00")
        assert fates(case.record(plain(LEAD))) == [Fate.OUTDATED]
        assert (case.said(), len(case.ledger().answers)) == (None, 1)
        assert fates(case.record(plain(replace(LEAD, sequence=1, partstat="DECLINED")))) == [Fate.COUNTED]
        assert case.said() is Said.DECLINED

    @pytest.mark.parametrize("sequence", [0, 1])
    def test_of_what_was_cancelled_is_kept_and_does_not_count(self, case: Case, sequence: int) -> None:
        """Whether it answers the invitation or the cancellation."""
        case.issue("14:00", held=(PANEL,))
        assert fates(case.record(plain(replace(LEAD, sequence=sequence)))) == [Fate.OUTDATED]
        assert len(case.ledger().answers) == 1


class TestAgain:
    """Answers that come more than once, or in no order."""

    def test_is_known(self, case: Case) -> None:
        """The same folder may be read every day; the ledger is not even touched."""
        case.record(plain(LEAD), proposal(OF_TEAM))
        before = (case.folder / LEDGER_FILE).stat()
        assert fates(case.record(plain(LEAD), proposal(OF_TEAM))) == [Fate.KNOWN, Fate.KNOWN]
        after = (case.folder / LEDGER_FILE).stat()
        assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)

    def test_in_another_file_is_known(self, case: Case) -> None:
        """Saved twice, once as a mail."""
        data = plain(LEAD)
        assert fates(case.record(data, mail(part("text/calendar", data)))) == [Fate.COUNTED, Fate.KNOWN]

    def test_the_latest_counts(self, case: Case) -> None:
        """By the clock of who answers, in whichever order the answers come in."""
        said = {30: "DECLINED", 10: "ACCEPTED", 20: "TENTATIVE"}
        for minutes, partstat in said.items():
            case.record(plain(replace(LEAD, minutes=minutes, partstat=partstat)))
            assert case.said() is Said.DECLINED
        recording = case.record(plain(replace(LEAD, minutes=15, partstat="ACCEPTED")))
        assert fates(recording) == [Fate.REPLACED]
        assert len(recording.ledger.answers) == 4

    @pytest.mark.parametrize("seed", range(5))
    def test_the_order_of_the_files_does_not_matter(self, tmp_path: Path, seed: int) -> None:
        """Answers of one second, too: their mails tell which came last."""
        tolds = [replace(LEAD, partstat=said.upper(), mailed=minute) for minute, said in enumerate((*Said, *Said))]
        answers = [mail(part("text/calendar", plain(told)), told) for told in (*tolds, replace(OF_TEAM, mailed=9))]
        ledgers = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            ledgers.append(Case(tmp_path / name).record(*answers).ledger)
            random.Random(seed).shuffle(answers)
        assert ledgers[0] == ledgers[1]

    @pytest.mark.parametrize("program", [program for program in PROGRAMS if program != "Apple"])
    @pytest.mark.parametrize("first", ["a", "z"])
    def test_of_one_second_the_later_mail_counts(self, case: Case, program: str, first: str) -> None:
        """Whatever their files are called, in one run or in two; Apple sends no mail."""
        write = PROGRAMS[program]
        case.file(write(replace(LEAD, partstat="DECLINED", mailed=3)), f"{first}.eml")
        case.file(write(replace(LEAD, mailed=2)), "m.eml")
        assert fates(record_replies(case.review, case.folder, [case.files])) == [Fate.COUNTED, Fate.COUNTED]
        assert case.said() is Said.DECLINED
        case.file(write(replace(LEAD, partstat="TENTATIVE", mailed=1)), "n.eml")
        assert Fate.REPLACED in fates(record_replies(case.review, case.folder, [case.files]))
        assert case.said() is Said.DECLINED
        assert set(fates(record_replies(case.review, case.folder, [case.files]))) == {Fate.KNOWN}

    @pytest.mark.parametrize("names", ["ab", "ba"])
    def test_of_one_second_what_was_saved_last_counts(self, case: Case, names: str) -> None:
        """Files without a mail, in one run."""
        for minute, (name, said) in enumerate(zip(names, ("DECLINED", "ACCEPTED"), strict=True)):
            file = case.file(plain(replace(LEAD, partstat=said)), f"{name}.ics")
            os.utime(file, (LEAD.at.timestamp() + 60 * minute,) * 2)
        record_replies(case.review, case.folder, [case.files])
        assert case.said() is Said.ACCEPTED

    @pytest.mark.parametrize("said", ["DECLINED", "ACCEPTED"])
    def test_of_one_second_the_later_run_counts(self, case: Case, said: str) -> None:
        """Files without a mail, in two runs."""
        for partstat in sorted(["DECLINED", "ACCEPTED"], key=said.__eq__):
            case.record(plain(replace(LEAD, partstat=partstat)))
        assert case.said() is Said(said.lower())

    @pytest.mark.parametrize("names", ["ab", "ba"])
    def test_of_one_second_the_one_that_promises_least_counts_where_nothing_tells(self, case: Case, names: str) -> None:
        """Two files without a mail that were saved at once: the alphabet is no reason."""
        for name, said in zip(names, ("DECLINED", "ACCEPTED"), strict=True):
            os.utime(case.file(plain(replace(LEAD, partstat=said)), f"{name}.ics"), (LEAD.at.timestamp(),) * 2)
        record_replies(case.review, case.folder, [case.files])
        assert case.said() is Said.DECLINED
        other = plain(replace(LEAD, partstat="DELEGATED"))
        os.utime(case.file(other, "0.ics"), (LEAD.at.timestamp(),) * 2)
        record_replies(case.review, case.folder, [case.files / "a.ics", case.files / "0.ics"])
        assert case.said() is Said.DELEGATED

    def test_runs_at_once_lose_nothing(self, case: Case) -> None:
        """Each run records ten answers of its own."""
        (case.folder / "review.pickle").write_bytes(pickle.dumps(case.review))
        code = (
            "import pathlib, pickle, sys; from ltsched.files.invitations.recording import record_replies\n"
            "from ltsched.files.disk.one_writer import one_writer\n"
            "one_writer.__wrapped__.__defaults__ = (600.0,)  # patient, however slow the other is\n"
            "folder = pathlib.Path(sys.argv[1]); review = pickle.loads((folder / 'review.pickle').read_bytes())\n"
            "[record_replies(review, folder, [pathlib.Path(file)]) for file in sys.argv[2:]]"
        )
        files = [case.file(plain(replace(LEAD, minutes=number)), f"{number}.ics") for number in range(20)]
        runs = [
            subprocess.Popen([sys.executable, "-W", "error", "-c", code, case.folder, *files[first::2]])
            for first in (0, 1)
        ]
        assert [run.wait(timeout=600) for run in runs] == [0, 0]
        assert sorted(answer.at for answer in case.ledger().answers) == [
            replace(LEAD, minutes=number).at for number in range(20)
        ]


class TestFiles:
    """Which files are read."""

    def test_a_folder_means_all_answers_in_it(self, case: Case) -> None:
        """Other files, and what macOS leaves beside a file, are passed over."""
        case.file(plain(LEAD), "b.ICS")
        case.file(mail(part("text/calendar", plain(OF_TEAM))), "a.eml")
        case.file(b"x", "notes.txt")
        case.file(b"x", "._a.eml")
        recording = record_replies(case.review, case.folder, [case.files, case.files / "b.ICS"])
        assert fates(recording) == [Fate.COUNTED, Fate.COUNTED]

    def test_a_folder_without_answers_is_told(self, case: Case) -> None:
        """Perhaps another one was meant."""
        mistake = mistake_of(record_replies(case.review, case.folder, [case.files]))
        assert (mistake.path, mistake.found) == (str(case.files), "no .ics or .eml lies in it")

    @pytest.mark.parametrize("name", ["nothing.ics", "x" * 5000, "\0"], ids=["missing", "long", "zero"])
    def test_a_file_that_is_not_there_is_told(self, case: Case, name: str) -> None:
        """The system says so in several ways."""
        assert mistake_of(record_replies(case.review, case.folder, [case.files / name])).expected

    def test_a_folder_that_the_system_refuses_is_told(self, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
        """As where a share of the network is gone."""

        def refuse(path: Path) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "iterdir", refuse)
        mistake = mistake_of(record_replies(case.review, case.folder, [case.files]))
        assert mistake.found == "it cannot be read (Permission denied)"

    def test_no_files_only_read_the_ledger(self, case: Case) -> None:
        """Nothing is written, and nobody waits for a lock."""
        assert record_replies(case.review, case.folder) == Recording((), (), case.ledger())

    def test_no_ledger_is_no_trouble(self, tmp_path: Path) -> None:
        """Nothing was issued yet, so nothing can be answered; no ledger comes into being."""
        plan = agenda([person("l1", Role.LEAD_REVIEWER)], [PANEL])
        (tmp_path / "a.ics").write_bytes(plain(LEAD))
        mistake = mistake_of(record_replies(plan.review, tmp_path, [tmp_path / "a.ics"]))
        assert mistake.where == "UID"
        assert not (tmp_path / LEDGER_FILE).exists()

    def test_a_ledger_that_is_broken_is_told(self, case: Case) -> None:
        """The answers can be read once more when it was put back."""
        (case.folder / LEDGER_FILE).write_text("{", encoding="utf-8")
        with pytest.raises(InvalidReview, match="not JSON"):
            record_replies(case.review, case.folder, [case.file(plain(LEAD))])


class TestMistake:
    """Answers that cannot be recorded."""

    @pytest.mark.parametrize("partstat", ["ACCEPTED", "NEEDS-ACTION"])
    def test_of_the_uid_has_a_hint(self, case: Case, partstat: str) -> None:
        """It belongs to another review, whatever else is wrong with it."""
        mistake = mistake_of(case.record(plain(Told(uid="x@ltsched", partstat=partstat))))
        assert (mistake.where, mistake.found) == ("UID", 'no invitation of this review has "x@ltsched"')
        assert (mistake.expected, mistake.hint) == ("expected one of invitations.json", ANOTHER_REVIEW)
        assert mistake.path.endswith("000.eml")

    @pytest.mark.parametrize("partstat", ["NEEDS-ACTION", "COMPLETED", "X-\x1b[31m", "x" * 9999])
    def test_of_the_partstat_names_those_that_there_are(self, case: Case, partstat: str) -> None:
        """No answer is no answer."""
        mistake = mistake_of(case.record(plain(replace(LEAD, partstat=partstat))))
        assert mistake.where == "PARTSTAT"
        assert mistake.expected == "expected ACCEPTED, DECLINED, TENTATIVE, DELEGATED"

    def test_of_many_strangers_is_told(self, case: Case) -> None:
        """Nobody can say which of them answers."""
        line = "\n".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{name}@example.org" for name in ("x", "y"))
        mistake = mistake_of(case.record(plain(LEAD, attendee=line)))
        assert mistake.found == "2 people stand there, none of whom was invited to this"

    def test_does_not_keep_the_other_files_out(self, case: Case) -> None:
        """Good answers before and after it are recorded."""
        recording = case.record(plain(LEAD), b"Yes", plain(Told(uid="x")), plain(OF_TEAM))
        assert [arrival.fate for arrival in recording.arrivals] == [Fate.COUNTED, Fate.COUNTED]
        assert [Path(mistake.path).name for mistake in recording.mistakes] == ["001.eml", "002.eml"]
        assert len(case.ledger().answers) == 2

    def test_is_not_told_without_end(self, case: Case) -> None:
        """After two hundred, a last one says that there are more."""
        many = [event(*needed(Told(uid=f"x{number}"))) for number in range(300)]
        assert len(case.record(calendar(*many).encode()).mistakes) == 201

    def test_leaves_the_ledger_alone(self, case: Case) -> None:
        """Nothing is new, so nothing is written."""
        before = (case.folder / LEDGER_FILE).stat().st_ino
        case.record(b"Yes", plain(Told(uid="x")))
        assert (case.folder / LEDGER_FILE).stat().st_ino == before


class TestHostileAnswer:
    """Answers that could make the ledger one that nobody can read."""

    @pytest.mark.parametrize(
        "data",
        [
            plain(LEAD, dtstamp="DTSTAMP:16010101T000000Z"),
            plain(LEAD, dtstamp="DTSTAMP:00010101T000000"),
            plain(LEAD, dtstamp="DTSTAMP:99991231T235959Z"),
            counter("DTSTART:18991231T235900Z", "DTEND:20270301T100000Z", told=LEAD),
            counter("DTSTART:20270301T100000Z", "DTEND:99991231T235959Z", told=LEAD),
        ],
        ids=range(5),
    )
    def test_at_the_ends_of_time_is_refused(self, case: Case, data: bytes) -> None:
        """The ledger takes no such time."""
        assert mistake_of(case.record(data)).found.startswith("found")

    def test_with_half_characters_is_kept(self, case: Case) -> None:
        """UTF-7 can hold half of a surrogate pair, which no file can."""
        text = plain(LEAD, comment="COMMENT:a+2AA-b", attendee="ATTENDEE;PARTSTAT=ACCEPTED:mailto:+2AA-x@example.org")
        data = mail(part("text/calendar; charset=utf-7", text.replace(b"@ltsched", b"+AEA-ltsched")))
        assert fates(case.record(data)) == [Fate.OF_ANOTHER]
        assert case.ledger().answers[0].comment == "a\N{REPLACEMENT CHARACTER}b"
