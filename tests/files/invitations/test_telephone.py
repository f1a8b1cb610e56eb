"""Answers by telephone: recorded beside those of mails, the newest last counting; all of a call, or none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.invitations.answered import Fate
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.spoken import ONE_CALL, Spoken
from ltsched.domain.invitations.standing_answers import declined, proposals
from ltsched.domain.people import Person
from ltsched.domain.review import Organiser
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.errors import InvalidReview
from ltsched.files.invitations.recording import Recording
from ltsched.files.invitations.telephone import record_spoken
from tests.support.agendas import LONDON, at
from tests.support.recorded import LEAD, NOW, PANEL, SET_UP, UID, Case, fates
from tests.support.reply_texts import plain

YES = Spoken("l1", "set-up", Said.ACCEPTED)
NO, MAYBE = replace(YES, said=Said.DECLINED), replace(YES, said=Said.TENTATIVE)
LATER = NOW + timedelta(days=20)
"""After all answers of mails in these tests."""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def call(case: Case, *answers: Spoken, **more: Any) -> Recording:
    """Record answers at `LATER`; the ledger on the disk is what is returned."""
    recording = record_spoken(case.review, case.folder, answers, **{"now": LATER, **more})
    assert case.ledger() == recording.ledger
    return recording


def mistakes(case: Case, *answers: Spoken, **more: Any) -> list[str]:
    """Return the mistakes of a call, which must leave the ledger as it is."""
    before = case.ledger()
    with pytest.raises(InvalidReview) as caught:
        call(case, *answers, **more)
    assert case.ledger() == before
    return [str(mistake).removeprefix("answer by telephone, ") for mistake in caught.value.mistakes]


class TestAnswer:
    """What one answer does."""

    @pytest.mark.parametrize("said", [Said.ACCEPTED, Said.DECLINED, Said.TENTATIVE])
    def test_counts(self, case: Case, said: Said) -> None:
        """And the whole of it is in the ledger, with who took it."""
        recording = call(case, replace(YES, said=said), taken_by=" A.\nClerk ", comment="by  train")
        assert fates(recording) == [Fate.COUNTED]
        assert case.said() is said
        assert case.ledger().answers == (Answer(UID, 0, said, LATER, "", comment="by train", taken_by="A. Clerk"),)

    @pytest.mark.parametrize("organiser", [None, Organiser("Review office", "reviews@partnership.example")])
    def test_is_taken_by_the_organiser_unless_told(self, case: Case, organiser: Organiser | None) -> None:
        """Or by nobody in particular; an empty name is one that was given."""
        case.review = replace(case.review, organiser=organiser)
        call(case, YES)
        call(case, NO, taken_by="")
        name = organiser.name if organiser else ""
        assert [answer.taken_by for answer in case.ledger().answers] == [name, ""]

    def test_of_several_people_is_recorded_in_one_call(self, case: Case) -> None:
        """Each to their own invitation."""
        call(case, YES, replace(NO, person="t1"))
        assert [(each.person, each.activity) for each in declined(case.ledger())] == [("t1", "set-up")]
        assert case.said() is Said.ACCEPTED

    def test_is_to_the_version_that_stands(self, case: Case) -> None:
        """After a move the booking has another time."""
        case.issue("14:00")
        call(case, NO)
        assert case.ledger().answers[0].sequence == 1
        assert [each.start for each in declined(case.ledger())] == [at(0, "14:00")]
        case.issue("16:00")
        assert declined(case.ledger()) == ()

    def test_makes_the_ledger_another_format(self, case: Case) -> None:
        """An earlier version of ltsched refuses it, and does not take the answer for one of a mail."""
        case.record(plain(LEAD))
        mails_only = json.loads((case.folder / LEDGER_FILE).read_bytes())
        call(case, NO)
        document = json.loads((case.folder / LEDGER_FILE).read_bytes())
        assert (mails_only["format"], document["format"]) == (1, 2)
        assert ["taken_by" in each for each in document["answers"]] == [False, True]

    def test_proposes_a_time_as_long_as_the_booking(self, case: Case) -> None:
        """Local where it carries no zone."""
        call(case, NO, instead=datetime(2027, 3, 29, 9))
        (found,) = proposals(case.ledger())
        told = case.ledger().standing()[0].told
        assert found.start == datetime(2027, 3, 29, 9, tzinfo=LONDON)
        assert found.end - found.start == told.end - told.start > timedelta()


class TestNewest:
    """Beside answers that came by mail, the newest counts."""

    @pytest.mark.parametrize("mail_first", [True, False])
    @pytest.mark.parametrize(("minutes", "said"), [(-1, Said.ACCEPTED), (1, Said.DECLINED)])
    def test_counts_by_its_time(self, case: Case, mail_first: bool, minutes: int, said: Said) -> None:
        """That of a mail is its DTSTAMP, that of a call when it was; not which was recorded first."""
        spoken_at = LEAD.at + timedelta(minutes=minutes)
        if mail_first:
            case.record(plain(LEAD))
        arrival = call(case, NO, at=spoken_at, now=LATER).arrivals[0]
        if not mail_first:
            case.record(plain(LEAD))
        assert case.said() is said
        outdone = mail_first and said is Said.ACCEPTED
        assert arrival.fate is (Fate.REPLACED if outdone else Fate.COUNTED)

    def test_said_last_counts_within_one_minute(self, case: Case) -> None:
        """A word that is taken back at once, and given again; twice the same is known."""
        moment = NOW + timedelta(minutes=5)
        for spoken in (YES, NO, YES):
            assert fates(call(case, spoken, at=moment)) == [Fate.COUNTED]
            assert case.said() is spoken.said
            assert fates(call(case, spoken, at=moment)) == [Fate.KNOWN]

    def test_an_answer_is_a_mail_or_a_call(self, case: Case) -> None:
        """The same said both ways is two answers."""
        case.record(plain(LEAD))
        assert fates(call(case, YES, at=LEAD.at)) == [Fate.COUNTED]
        assert len(case.ledger().answers) == 2


class TestAgain:
    """The same answer given twice is known."""

    def test_is_known_by_its_time(self, case: Case) -> None:
        """And nothing is written."""
        assert fates(call(case, YES, at=NOW)) == [Fate.COUNTED]
        before = (case.folder / LEDGER_FILE).stat()
        assert fates(call(case, YES, at=NOW)) == [Fate.KNOWN]
        after = (case.folder / LEDGER_FILE).stat()
        assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)

    def test_typed_twice_is_one_call(self, case: Case) -> None:
        """Where nobody says when it was; later on it is another one."""
        call(case, YES)
        assert fates(call(case, YES, now=LATER + ONE_CALL)) == [Fate.KNOWN]
        assert fates(call(case, YES, now=LATER + ONE_CALL + timedelta(seconds=1))) == [Fate.COUNTED]

    @pytest.mark.parametrize("more", [{"comment": "by train"}, {"taken_by": "B. Clerk"}, {"at": LATER}])
    def test_that_says_anything_else_is_another(self, case: Case, more: dict[str, object]) -> None:
        """Another word of comment, another clerk, another time."""
        call(case, YES, now=LATER - timedelta(minutes=1))
        assert fates(call(case, YES, **more)) == [Fate.COUNTED]

    def test_given_twice_in_one_call_is_one(self, case: Case) -> None:
        assert fates(call(case, YES, YES)) == [Fate.COUNTED]


class TestMistake:
    """What cannot be recorded: told all at once, with what would be right."""

    def test_nobody_is_called_that(self, case: Case) -> None:
        """A near id, or somebody's name, hints at what was meant."""
        (near,) = mistakes(case, replace(YES, person="L11"))
        assert near == 'L11 set-up: nobody has the id "L11"; expected an id of people.csv. Did you mean "l1"?'
        name = next(person.name for person in case.review.people if person.id == "t1")
        (named,) = mistakes(case, replace(YES, person=name.upper()))
        assert named.endswith('Did you mean "t1"?')

    def test_nobody_is_invited_to_that(self, case: Case) -> None:
        """It says what they are invited to."""
        (found,) = mistakes(case, replace(YES, activity="setup"))
        assert found == ('l1 setup: nobody is invited to "setup"; "l1" is invited to "set-up". Did you mean "set-up"?')

    def test_somebody_is_not_invited_to_it(self, case: Case) -> None:
        """But to something else, or to nothing; without an address nobody is invited."""
        case.issue(held=(SET_UP, PANEL))
        (found,) = mistakes(case, Spoken("t1", "panel", Said.ACCEPTED))
        assert found == 't1 panel: t1 is not invited to it; "t1" is invited to "set-up".'
        case.review = replace(case.review, people=(*case.review.people, Person("x9", "X. Nine", "", ())))
        (found,) = mistakes(case, replace(YES, person="x9"))
        assert found.startswith('x9 set-up: x9 is not invited to it; "x9" is invited to nothing. Without an address')

    def test_it_was_cancelled(self, case: Case) -> None:
        """Or somebody was taken out of it."""
        case.issue(held=(PANEL,))
        (found,) = mistakes(case, YES)
        assert found == 'l1 set-up: it was cancelled on Wed 20 Jan 2027; "l1" is invited to "panel".'
        case.issue(held=(PANEL, replace(SET_UP, expected=())))
        (found,) = mistakes(case, replace(YES, person="t1"))
        assert found.startswith("t1 set-up: the invitation of t1 to it was taken back on Wed 20 Jan 2027; ")
        assert "is invited again after `ltsched replan`" in found

    def test_who_has_declined_and_was_taken_out_can_come_after_all(self, case: Case) -> None:
        """Then they count as anybody who may come; said twice it is known, and "no" once more takes it back."""
        yes, no = replace(YES, person="t1"), replace(NO, person="t1")
        call(case, no)
        case.issue(held=(replace(SET_UP, expected=()),))
        assert [one.person for one in declined(case.ledger())] == ["t1"]
        assert fates(call(case, yes, now=LATER + timedelta(hours=1))) == [Fate.COUNTED]
        assert declined(case.ledger()) == ()
        assert fates(call(case, yes, now=LATER + timedelta(hours=1, seconds=9))) == [Fate.KNOWN]
        assert fates(call(case, no, now=LATER + timedelta(hours=2))) == [Fate.COUNTED]
        assert [one.person for one in declined(case.ledger())] == ["t1"]

    def test_who_has_declined_what_was_cancelled_cannot(self, case: Case) -> None:
        """Nobody else is invited to it any more."""
        call(case, replace(NO, person="t1"))
        case.issue(held=(PANEL,))
        (found,) = mistakes(case, replace(YES, person="t1"))
        assert "it was cancelled on Wed 20 Jan 2027" in found

    def test_it_is_in_the_future(self, case: Case) -> None:
        """By the clock of who records it."""
        (found,) = mistakes(case, YES, at=datetime(2027, 2, 9, 8, 1))
        assert found == "at: Tue 9 Feb 2027 08:01 is in the future; expected a time up to now, Tue 9 Feb 2027 08:00."
        assert fates(call(case, YES, at=datetime(2027, 2, 9, 8))) == [Fate.COUNTED]

    def test_it_was_said_before_it_was_asked(self, case: Case) -> None:
        """Nobody can say of what: the booking may have been at another time. The minute itself will do."""
        case.issue("14:00")
        (found,) = mistakes(case, YES, at=NOW - timedelta(minutes=1))
        assert found.startswith("l1 set-up: it is to have been said at Wed 20 Jan 2027 07:59; expected a time from ")
        assert fates(call(case, YES, at=NOW)) == [Fate.COUNTED]

    def test_two_words_at_once(self, case: Case) -> None:
        (found,) = mistakes(case, YES, MAYBE)
        assert found == "l1 set-up: yes and maybe at once; expected one of them."

    @pytest.mark.parametrize(
        ("answers", "instead", "told"),
        [
            ((YES,), datetime(2027, 3, 8, 9), "instead: the answer is yes; expected one answer, no or maybe, "),
            ((NO, replace(NO, person="t1")), datetime(2027, 3, 8, 9), "instead: there are 2 answers; expected one"),
            ((NO,), datetime(2027, 1, 20, 11), "instead: Wed 20 Jan 2027 11:00 is over; expected a time after now, "),
            ((NO,), at(0, "10:00").astimezone(UTC), "l1 set-up: Mon 1 Mar 2027 10:00 is when it is planned; expected"),
            ((NO,), datetime(2027, 3, 28, 1, 30), "instead: Sun 28 Mar 2027 01:30 does not exist: the clocks go "),
        ],
        ids=["with a yes", "of two", "over", "as planned", "in no hour"],
    )
    def test_a_proposal_that_is_none(
        self, case: Case, answers: tuple[Spoken, ...], instead: datetime, told: str
    ) -> None:
        (found,) = mistakes(case, *answers, instead=instead)
        assert found.startswith(told)

    def test_all_are_told_at_once(self, case: Case) -> None:
        """And the answers that are right are not recorded either: the call is typed again."""
        found = mistakes(case, replace(YES, person="x"), replace(NO, person="t1"), replace(YES, activity="y"))
        assert [text.partition(":")[0] for text in found] == ["x set-up", "l1 y"]
