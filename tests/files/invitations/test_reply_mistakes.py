"""What cannot be read as an answer is told: where, what was found, what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.errors import Mistake
from ltsched.files.invitations.reply_files import MOST_ANSWERS, MOST_MISTAKES, read_replies
from tests.support.reply_programs import PROGRAMS
from tests.support.reply_reading import LONDON, mistake_of, read, reply_of, said_in
from tests.support.reply_texts import CALENDAR, TOLD, Told, calendar, counter, event, mail, needed, part, plain, several


class TestMistake:
    """What cannot be understood says so, and how to go on."""

    @pytest.mark.parametrize(
        ("data", "found", "hint"),
        [
            (b"", "it is empty", ""),
            (b" \r\n", "it is empty", ""),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "it is a message in Outlook's own form", ".eml"),
            (b"\x78\x9f\x3e\x22" + bytes(500), "it is a winmail.dat, which only Outlook reads", "Outlook"),
            (b"\x89PNG\r\n\x1a\n" + bytes(500), "it is neither a calendar nor a mail", ""),
            (b"PK\x03\x04" + bytes(500), "it is neither a calendar nor a mail", ""),
            (b"Yes, I will come.", "it is neither a calendar nor a mail", ""),
            (mail(part("text/plain", b"Yes", "7bit")), "no answer of a calendar program", "read them yourself"),
            (mail(part("application/ms-tnef", b"x")), "its answer is a winmail.dat", "Outlook"),
            (mail(part(CALENDAR, b"")), "there is no BEGIN:VCALENDAR in it", "Save the mail again"),
            (mail(part(CALENDAR, b"Yes")), "there is no BEGIN:VCALENDAR in it", "Save the mail again"),
            (calendar().encode(), "there is no answer to a meeting in it", ""),
            (calendar("BEGIN:VTODO\nUID:x\nEND:VTODO").encode(), "there is no answer to a meeting in it", ""),
        ],
    )
    def test_of_the_file_as_a_whole(self, data: bytes, found: str, hint: str) -> None:
        """What the file is, and what it should be."""
        mistake = mistake_of(data)
        assert mistake.where == ""
        assert found in mistake.found
        assert mistake.expected
        assert hint in mistake.hint
        assert bool(mistake.hint) == bool(hint)

    @pytest.mark.parametrize(("path", "found"), [("", "it is not a file"), ("nothing.ics", "it does not exist")])
    def test_of_a_path(self, tmp_path: Path, path: str, found: str) -> None:
        """A folder, and nothing at all."""
        mistakes: list[Mistake] = []
        assert read_replies(tmp_path / path, LONDON, mistakes) == ()
        assert [(mistake.path, mistake.found) for mistake in mistakes] == [(str(tmp_path / path), found)]

    @pytest.mark.parametrize("name", ["x" * 5000, "\0", "a/" * 3000], ids=["long", "zero", "deep"])
    def test_of_a_name_that_no_file_can_have(self, tmp_path: Path, name: str) -> None:
        """The system says no in several ways."""
        mistakes: list[Mistake] = []
        assert read_replies(tmp_path / name, LONDON, mistakes) == ()
        assert len(mistakes) == 1

    @pytest.mark.parametrize(
        ("instead", "where", "found"),
        [
            ({"uid": None}, "UID", "missing"),
            ({"uid": "UID:  "}, "UID", "missing"),
            ({"uid": "UID:a\nUID:b"}, "UID", "it is given twice, with different values"),
            ({"attendee": None}, "ATTENDEE", "missing"),
            ({"attendee": "ATTENDEE;PARTSTAT=ACCEPTED:"}, "ATTENDEE", '""'),
            ({"attendee": f"ATTENDEE:mailto:{'x' * 999}@example.org"}, "ATTENDEE", "xxx"),
            ({"attendee": 'ATTENDEE;CN="Lead:mailto:l1@example.org'}, "ATTENDEE", "a line that is no property"),
            ({"dtstamp": None}, "DTSTAMP", "missing"),
            ({"dtstamp": "DTSTAMP:20270201"}, "DTSTAMP", '"20270201"'),
            ({"dtstamp": "DTSTAMP:yesterday"}, "DTSTAMP", '"yesterday"'),
            ({"dtstamp": "DTSTAMP:" + "9" * 5000}, "DTSTAMP", "9999"),
            ({"dtstamp": "DTSTAMP:18991231T235959Z"}, "DTSTAMP", "31 December 1899"),
            ({"dtstamp": "DTSTAMP:99991231T235959Z"}, "DTSTAMP", "31 December 9999"),
            ({"dtstamp": "DTSTAMP;TZID=Mars/Base:20270201T093000"}, "TZID", "'Mars/Base' is unknown"),
        ],
    )
    def test_of_a_property(self, instead: dict[str, str | None], where: str, found: str) -> None:
        """It names the entry's line and the property, and says what would be right."""
        mistake = mistake_of(plain(TOLD, **instead))
        assert (mistake.line, mistake.where) == (5, where)
        assert found in mistake.found
        assert mistake.expected

    @pytest.mark.parametrize(
        ("method", "found", "hint"),
        [
            ("REQUEST", "METHOD:REQUEST", "That is an invitation, not the answer to one."),
            ("PUBLISH", "METHOD:PUBLISH", ""),
            ("", "it says no METHOD", ""),
        ],
    )
    def test_of_the_method(self, method: str, found: str, hint: str) -> None:
        """Somebody saved the invitation, or a calendar."""
        mistake = mistake_of(calendar(event(*needed()), method=method).encode())
        assert (mistake.where, mistake.found, mistake.hint) == ("METHOD", found, hint)
        assert mistake.expected == "expected REPLY or COUNTER"

    @pytest.mark.parametrize(
        ("times", "where", "found"),
        [
            (("DTSTART;VALUE=DATE:20270302",), "DTSTART", "2027-03-02 is proposed"),
            (("DTSTART:20270302T100000Z",), "DTSTART", "is proposed"),
            (("DTSTART:20270302T100000Z", "DTEND:20270302T090000Z"), "DTEND", "ends at 2027-03-02T09:00"),
            (("DTSTART;TZID=Mars/Base:20270302T100000", "DURATION:PT1H"), "TZID", "'Mars/Base' is unknown"),
            (("DTSTART:soon", "DURATION:PT1H"), "DTSTART", "found soon"),
            (("DTSTART:00010101T000000", "DURATION:PT1H"), "DTSTART", "01 January 1"),
            (("DTSTART:20270302T100000Z", "DURATION:P9999999D"), "DURATION", "found P9999999D"),
            (("DTSTART:20270302T100000Z", "DURATION:P99999D"), "DTEND", "December 2300"),
            ((), "DTSTART", "the entry has no start"),
        ],
    )
    def test_of_a_proposed_time(self, times: tuple[str, ...], where: str, found: str) -> None:
        """Only a start and an end on the clock can be put into a timetable."""
        mistake = mistake_of(counter(*times))
        assert (mistake.line, mistake.where) == (5, where)
        assert found in mistake.found

    def test_of_a_calendar_that_was_cut_off(self) -> None:
        """Nothing is guessed; the line is told as one of the calendar, not of the mail."""
        data = plain()[:-25]
        mistake = mistake_of(data)
        assert (mistake.line, mistake.hint) == (5, "Save the mail again, as .eml")
        mistake = mistake_of(mail(part(CALENDAR, data)))
        assert (mistake.line, mistake.where) == (None, "line 5 of its calendar")

    @pytest.mark.parametrize("program", PROGRAMS)
    @pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
    def test_of_a_file_that_was_cut_off(self, program: str, share: float) -> None:
        """There is a mistake, unless the whole answer stands before the cut: Google sends it twice."""
        data = PROGRAMS[program](TOLD)
        replies, mistakes = read(data[: int(len(data) * share)])
        assert replies in ((), (reply_of(data),))
        assert replies or mistakes

    def test_does_not_hide_the_other_answers(self) -> None:
        """Of three answers in a file two are right, before and after the wrong one."""
        good = [event(*needed(Told(uid=uid))) for uid in "ab"]
        replies, mistakes = read(calendar(good[0], event(*needed(uid=None)), good[1]).encode())
        assert [reply.uid for reply in replies] == ["a", "b"]
        assert [(mistake.line, mistake.where) for mistake in mistakes] == [(11, "UID")]

    def test_is_told_once_for_a_calendar_that_stands_there_twice(self) -> None:
        """As Google sends it."""
        broken = part(CALENDAR, plain(uid=None))
        assert mistake_of(mail(several("mixed", broken, broken))).where == "UID"

    def test_is_no_invitation_that_the_answer_quotes(self) -> None:
        """A mail may carry both; the answer is what was asked for."""
        invitation = part(CALENDAR, calendar(event(*needed()), method="REQUEST").encode())
        assert said_in(mail(several("mixed", invitation, part(CALENDAR, plain())))) == reply_of(plain())

    def test_is_not_told_without_end(self) -> None:
        """After some, a last one says that there are more."""
        _, mistakes = read(calendar(*[event(*needed(uid=None))] * MOST_ANSWERS).encode())
        assert len(mistakes) == MOST_MISTAKES + 1
        assert mistakes[-1].found == f"{MOST_MISTAKES} mistakes or more"
