"""Answers as calendar programs send them: what is read of each."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.support.calendar_texts import LONDON_BLOCK
from tests.support.reply_programs import PROGRAMS
from tests.support.reply_reading import LONDON, mistake_of, read, reply_of
from tests.support.reply_texts import (
    CALENDAR,
    TEN,
    TOLD,
    Told,
    calendar,
    counter,
    event,
    hexadecimal,
    mail,
    needed,
    part,
    plain,
    several,
)


def local(data: bytes) -> list[str]:
    """Return the time that a COUNTER proposes, in words."""
    return [f"{moment:%m-%d %H:%M}" for moment in reply_of(data).proposed or ()]


class TestProgram:
    """The shapes in which programs send an answer."""

    @pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
    @pytest.mark.parametrize("program", PROGRAMS)
    def test_is_read(self, program: str, partstat: str) -> None:
        """Everything that the answer says, and it once, however often it stands in the mail."""
        told = Told(sequence=2, partstat=partstat, comment="I may be late")
        reply = reply_of(PROGRAMS[program](told))
        assert (reply.uid, reply.sequence, reply.at) == (told.uid, 2, told.at)
        assert reply.attendees == (("l1@example.org", partstat),)
        assert (reply.comment, reply.proposed) == ("I may be late", None)

    @pytest.mark.parametrize("program", PROGRAMS)
    def test_is_read_with_plain_line_ends(self, program: str) -> None:
        """Programs that save a mail may change its line ends."""
        assert reply_of(PROGRAMS[program](TOLD).replace(b"\r\n", b"\n")) == reply_of(PROGRAMS[program](TOLD))

    @pytest.mark.parametrize("program", PROGRAMS)
    def test_is_read_where_it_was_forwarded(self, program: str) -> None:
        """A mail in a mail; what the outer one says itself does not matter."""
        inner = b"Content-Type: message/rfc822\r\n\r\n" + PROGRAMS[program](TOLD)
        words = part("text/plain", b"See below", "7bit")
        if program != "Apple":  # which sends no mail
            assert reply_of(mail(several("mixed", words, inner))) == reply_of(PROGRAMS[program](TOLD))

    def test_that_proposes_another_time_is_outlook(self) -> None:
        """A COUNTER with Windows names, and with the time that was asked for in another property."""
        times = ("DTSTART;TZID=GMT Standard Time:20270402T140000", "DTEND;TZID=GMT Standard Time:20270402T153000")
        old = "X-MS-OLK-ORIGINALSTART;TZID=GMT Standard Time:20270401T100000"
        data = counter(
            *times, old, told=Told(partstat="TENTATIVE"), blocks=(LONDON_BLOCK.format(name="GMT Standard Time"),)
        )
        reply = reply_of(mail(part(CALENDAR.replace("REPLY", "COUNTER"), data)))
        assert reply.attendees == (("l1@example.org", "TENTATIVE"),)
        assert reply.proposed == (datetime(2027, 4, 2, 14, tzinfo=LONDON), datetime(2027, 4, 2, 15, 30, tzinfo=LONDON))

    def test_that_delegates_names_both(self) -> None:
        """RFC 5546, section 4.2.5: the one who was invited, and the one who comes."""
        line = 'ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:l1@example.org":mailto:l2@example.org'
        own = 'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:l2@example.org":mailto:l1@example.org'
        reply = reply_of(plain(attendee=f"{own}\n{line}"))
        assert reply.attendees == (("l1@example.org", "DELEGATED"), ("l2@example.org", "ACCEPTED"))


class TestUid:
    """Which invitation is meant."""

    def test_of_exchange_is_undone(self) -> None:
        """Exchange wraps a UID that is not its own, with or without a zero at the end."""
        wrapped = hexadecimal(TOLD.uid)
        assert reply_of(plain(uid=f"UID:{wrapped}")) == reply_of(plain(uid=f"UID:{wrapped[:-2].lower()}"))
        assert reply_of(plain(uid=f"UID:{wrapped}")).uid == TOLD.uid

    @pytest.mark.parametrize(
        "uid",
        [hexadecimal("")[:-2], hexadecimal("x")[:-3], "0" + hexadecimal("x"), hexadecimal("x").replace("76", "77")],
    )
    def test_that_is_not_wrapped_stays(self, uid: str) -> None:
        """What looks nearly like one of Exchange's is left alone."""
        assert reply_of(plain(uid=f"UID:{uid}")).uid == uid

    def test_with_signs_is_read(self) -> None:
        """A comma has a backslash before it."""
        assert reply_of(plain(uid="UID:a\\,b\\;c")).uid == "a,b;c"

    @pytest.mark.parametrize("inside", ["7643616C2D55696401000000", "00", "0"])
    def test_without_end_is_no_trouble(self, inside: str) -> None:
        """The pattern takes time as the length of a line, not as its square."""
        uid = "040000008200E00074C5B7101A82E008" + inside * (1_000_000 // len(inside))
        assert reply_of(plain(uid=f"UID:{uid}g")).uid == f"{uid}g"


class TestMethodAndTime:
    """What a COUNTER proposes."""

    @pytest.mark.parametrize(
        ("times", "expected"),
        [
            (TEN, ["03-02 10:00", "03-02 11:00"]),
            (("DTSTART:20270402T100000", "DURATION:PT1H"), ["04-02 10:00", "04-02 11:00"]),
            (("DTSTART;TZID=Europe/Paris:20270402T100000", "DURATION:PT1H"), ["04-02 09:00", "04-02 10:00"]),
            (('DTSTART;TZID="GMT Standard Time":20270402T100000', "DURATION:PT1H"), ["04-02 10:00", "04-02 11:00"]),
        ],
    )
    def test_is_local_where_the_review_is(self, times: tuple[str, ...], expected: list[str]) -> None:
        """Times in UTC, of a zone, and floating ones."""
        assert local(counter(*times)) == expected

    def test_of_a_zone_of_its_own_is_read(self) -> None:
        """Outlook may write a zone with any name, and explain it."""
        times = ("DTSTART;TZID=Our own:20270402T100000", "DURATION:PT1H")
        assert local(counter(*times, blocks=(LONDON_BLOCK.format(name="Our own"),))) == ["04-02 10:00", "04-02 11:00"]

    @pytest.mark.parametrize(
        "rule", ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYSECOND=" + "1," * 9999, "x"]
    )
    def test_needs_no_rule(self, rule: str) -> None:
        """A meeting of a review does not repeat, so nobody works the rule out."""
        assert local(counter(*TEN, f"RRULE:{rule}")) == ["03-02 10:00", "03-02 11:00"]

    def test_of_a_wild_zone_is_refused(self) -> None:
        """The mistake names the zone; an answer without a time does not need it."""
        block = LONDON_BLOCK.format(name="Wild").replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU", "FREQ=SECONDLY")
        mistake = mistake_of(counter("DTSTART;TZID=Wild:20270302T100000", "DURATION:PT1H", blocks=(block,)))
        assert mistake.where == "TZID"
        assert "'Wild' cannot be understood" in mistake.found
        assert reply_of(calendar(block, event(*needed(), "DTSTART;TZID=Wild:20270302T100000")).encode())

    def test_may_come_beside_a_reply(self) -> None:
        """Two calendars in one file, each with its own method."""
        replies, mistakes = read(plain() + counter(*TEN, told=Told(uid="b")))
        assert mistakes == []
        assert [(reply.uid, reply.proposed is None) for reply in replies] == [(TOLD.uid, True), ("b", False)]


class TestStamp:
    """When the answer was given."""

    @pytest.mark.parametrize(
        ("line", "hour"),
        [
            ("DTSTAMP:20270701T093000Z", 9),
            ("DTSTAMP:20270701T093000", 9),
            ("DTSTAMP;TZID=Europe/London:20270701T093000", 8),
            ("DTSTAMP;TZID=GMT Standard Time:20270701T093000", 8),
        ],
    )
    def test_is_in_utc(self, line: str, hour: int) -> None:
        """It should be written so; a few programs write a local time."""
        assert reply_of(plain(dtstamp=line)).at == datetime(2027, 7, 1, hour, 30, tzinfo=UTC)

    @pytest.mark.parametrize("text", ["", "-1", "1.5", "x", "9" * 5000, "٣"])
    def test_and_a_strange_sequence_is_none(self, text: str) -> None:
        """As if it were left out."""
        assert reply_of(plain(sequence=f"SEQUENCE:{text}")).sequence == 0


class TestComment:
    """What somebody wrote to it."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("one\\ntwo\\, three\\; \\\\ four", "one two, three; \\ four"),
            ("  a \t  b  ", "a b"),
            ("red \x1b[31m\x07\x00 text", "red [31m text"),
            ("turned \u202e round", "turned round"),
            ('with: colon and "quotes"', 'with: colon and "quotes"'),
            ("a\nCOMMENT:b", "a b"),
            ("", ""),
        ],
    )
    def test_is_one_harmless_line(self, text: str, expected: str) -> None:
        """Nothing in it acts on a terminal."""
        assert reply_of(plain(comment=f"COMMENT:{text}")).comment == expected

    @pytest.mark.parametrize("sign", ["x", " ", "\\n", "\x1b", '"', "é"])
    def test_of_ten_megabytes_is_cut(self, sign: str) -> None:
        """The answer counts all the same."""
        comment = reply_of(plain(comment=f"COMMENT:{sign * (10_000_000 // len(sign.encode()))}")).comment
        assert len(comment) in (0, 500)
        assert comment.endswith("…") or not comment

    def test_of_an_alarm_is_not_its_own(self) -> None:
        """A component within the entry speaks for itself."""
        alarm = "BEGIN:VALARM\nCOMMENT:x\n y\nUID:b\nEND:VALARM\n z"
        assert reply_of(plain(comment=alarm)) == reply_of(plain())


def test_libraries_are_loaded_when_an_answer_is_read() -> None:
    """`ltsched --help` must not wait for them."""
    code = (
        "import sys, ltsched.files.invitations.recording; "
        "print({'icalendar', 'dateutil', 'filelock'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
