"""Answers are recorded in the ledger: each once, none lost, and told what became of it."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.domain.invitations.answered import Fate
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.files.invitations.recording import record_replies
from tests.support.agendas import at
from tests.support.recorded import LEAD, OF_TEAM, PANEL, UID, Case, fates
from tests.support.reply_programs import PROGRAMS
from tests.support.reply_texts import hexadecimal, mail, part, plain, proposal


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


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
