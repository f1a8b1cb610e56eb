"""Which files of answers are read, what is told of those that cannot be, and what stays as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.domain.invitations.answered import Fate
from ltsched.domain.people import Role
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.errors import InvalidReview
from ltsched.files.invitations.recording import Recording, record_replies
from tests.support.agendas import agenda, person
from tests.support.recorded import ANOTHER_REVIEW, LEAD, OF_TEAM, PANEL, Case, fates, mistake_of
from tests.support.reply_texts import (
    Told,
    calendar,
    counter,
    event,
    mail,
    needed,
    part,
    plain,
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


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
        assert mistake_of(case.record(data)).expected == "expected a year from 1900 to 2199"

    def test_with_half_characters_is_kept(self, case: Case) -> None:
        """UTF-7 can hold half of a surrogate pair, which no file can."""
        text = plain(LEAD, comment="COMMENT:a+2AA-b", attendee="ATTENDEE;PARTSTAT=ACCEPTED:mailto:+2AA-x@example.org")
        data = mail(part("text/calendar; charset=utf-7", text.replace(b"@ltsched", b"+AEA-ltsched")))
        assert fates(case.record(data)) == [Fate.OF_ANOTHER]
        assert case.ledger().answers[0].comment == "a\N{REPLACEMENT CHARACTER}b"
