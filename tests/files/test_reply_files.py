"""Answers as calendar programs send them: what is read, and what a mistake says where nothing can be."""

from __future__ import annotations

import base64
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.errors import Mistake
from ltsched.files.reply_files import MOST_ANSWERS, MOST_BYTES, MOST_MISTAKES, read_replies
from tests.files import reply_texts as texts
from tests.files.calendar_texts import LONDON_BLOCK
from tests.files.reply_texts import (
    LONDON,
    PROGRAMS,
    TOLD,
    Told,
    calendar,
    counter,
    event,
    hexadecimal,
    mail,
    mistake_of,
    needed,
    part,
    plain,
    read,
    reply_of,
    several,
)

CALENDAR = 'text/calendar; charset="utf-8"; method=REPLY'
HEADS = st.tuples(
    st.sampled_from(["Content-Type", "Content-Disposition", "Content-Transfer-Encoding"]),
    st.text(max_size=9),
    st.sampled_from(["", "; charset", "; charset*", "; filename*0*", "; filename", "; method*", "; boundary"]),
    st.text(max_size=20) | st.sampled_from(["utf-8''%00", "a\0b''x.ics", "''", "base64", "uuencode"]),
)
TEN = ("DTSTART:20270302T100000Z", "DTEND:20270302T110000Z")


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


class TestEncoding:
    """How the bytes are written."""

    @pytest.mark.parametrize(
        ("charset", "encoding"),
        [
            ("utf-8", "base64"),
            ("utf-8", "quoted-printable"),
            ("utf-8", "8bit"),
            ("utf-8-sig", "base64"),
            ("utf-16", "base64"),
            ("utf-16-le", "base64"),
            ("iso-8859-1", "8bit"),
            ("windows-1252", "quoted-printable"),
        ],
    )
    def test_of_a_part_is_undone(self, charset: str, encoding: str) -> None:
        """The comment has its accents."""
        data = plain(Told(comment="Désolé")).decode().encode(charset)
        name = charset.removesuffix("-sig")
        assert reply_of(mail(part(f"text/calendar; charset={name}", data, encoding))).comment == "Désolé"

    @pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
    def test_of_a_file_is_found_out(self, charset: str) -> None:
        """Notepad writes a byte-order mark, and old programs write Windows-1252."""
        assert reply_of(plain(Told(comment="Désolé")).decode().encode(charset)).comment == "Désolé"

    @pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
    def test_of_a_file_without_a_mark_is_found_out(self, charset: str) -> None:
        """What is asked for has no accents."""
        assert reply_of(plain().decode().encode(charset)) == reply_of(plain())

    @pytest.mark.parametrize(
        "charset", ["us-ascii", "nonsense", "base64", "punycode", "unicode_escape", "utf-8\0", "''", "x" * 999]
    )
    def test_that_is_none_does_no_harm(self, charset: str) -> None:
        """A name that is wrong, or one that means something to Python only."""
        data = mail(part(f'text/calendar; charset="{charset}"', plain(Told(comment="Désolé")), "8bit"))
        assert reply_of(data).comment == "Désolé"

    @pytest.mark.parametrize("change", [str.lower, str.upper])
    def test_of_names_does_not_matter(self, change: type[str]) -> None:
        """Names of properties, parameters and values may be small or capital."""
        reply = reply_of(change(plain().decode()).encode())
        assert [(email.lower(), said) for email, said in reply.attendees] == [("l1@example.org", "ACCEPTED")]
        assert reply.at == TOLD.at

    def test_may_fold_anywhere(self) -> None:
        """Within a name, an address, a date."""
        data = plain().replace(b"TENDEE", b"TE\r\n NDEE").replace(b"DTSTAMP:2027", b"DTSTAMP:20\n\t27")
        assert reply_of(data.replace(b"@example", b"@ex\r\n ample")) == reply_of(plain())

    def test_of_a_name_in_the_address_does_not_matter(self) -> None:
        """Each way of writing an address is the same address."""
        ways = ["MAILTO:l1@example.org", "l1@example.org", "mailto:%6C1@example.org", "mailto: <l1@example.org>"]
        replies = {reply_of(plain(attendee=f"ATTENDEE;PARTSTAT=ACCEPTED:{way}")) for way in ways}
        assert replies == {reply_of(plain())}

    def test_of_a_path_gives_way_to_the_address(self) -> None:
        """Apple's servers know people by a path, and put the address into a parameter."""
        line = "ATTENDEE;EMAIL=l1@example.org;PARTSTAT=ACCEPTED:/aMTIz/principal/"
        assert reply_of(plain(attendee=line)) == reply_of(plain())

    def test_of_a_mail_may_begin_with_a_mark(self) -> None:
        """An editor that was used to look at a mail may have put one there."""
        assert reply_of(b"\xef\xbb\xbf" + texts.exchange()) == reply_of(texts.exchange())

    def test_may_be_left_to_the_mail(self) -> None:
        """The method of the part counts where the calendar has none, and the file's name where the type is any."""
        data = calendar(event(*needed()), method="").encode()
        assert reply_of(mail(part(CALENDAR, data))) == reply_of(plain())
        named = part("application/octet-stream; name=Reply.ICS", plain())
        assert reply_of(mail(several("mixed", named))) == reply_of(plain())


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
            ({"uid": "UID:a\nUID:b"}, "UID", "it stands there twice, with different values"),
            ({"attendee": None}, "ATTENDEE", "missing"),
            ({"attendee": "ATTENDEE;PARTSTAT=ACCEPTED:"}, "ATTENDEE", '"" stands there'),
            ({"attendee": f"ATTENDEE:mailto:{'x' * 999}@example.org"}, "ATTENDEE", "xxx"),
            ({"attendee": 'ATTENDEE;CN="Lead:mailto:l1@example.org'}, "ATTENDEE", "a line that is no property"),
            ({"dtstamp": None}, "DTSTAMP", "missing"),
            ({"dtstamp": "DTSTAMP:20270201"}, "DTSTAMP", '"20270201" stands there'),
            ({"dtstamp": "DTSTAMP:yesterday"}, "DTSTAMP", '"yesterday" stands there'),
            ({"dtstamp": "DTSTAMP:" + "9" * 5000}, "DTSTAMP", "9999"),
            ({"dtstamp": "DTSTAMP:18991231T235959Z"}, "DTSTAMP", "31 December 1899 stands there"),
            ({"dtstamp": "DTSTAMP:99991231T235959Z"}, "DTSTAMP", "31 December 9999 stands there"),
            ({"dtstamp": "DTSTAMP;TZID=Mars/Base:20270201T093000"}, "TZID", "'Mars/Base' is unknown"),
        ],
    )
    def test_of_a_property(self, instead: dict[str, str | None], where: str, found: str) -> None:
        """It names the entry's line and the property, and says what would be right."""
        mistake = mistake_of(plain(**instead))
        assert (mistake.line, mistake.where) == (5, where)
        assert found in mistake.found
        assert mistake.expected

    @pytest.mark.parametrize(
        ("method", "found", "hint"),
        [
            ("REQUEST", "METHOD:REQUEST stands there", "That is an invitation, not the answer to one."),
            ("PUBLISH", "METHOD:PUBLISH stands there", ""),
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
            (("DTSTART:soon", "DURATION:PT1H"), "DTSTART", "soon stands there"),
            (("DTSTART:00010101T000000", "DURATION:PT1H"), "DTSTART", "01 January 1 stands there"),
            (("DTSTART:20270302T100000Z", "DURATION:P9999999D"), "DURATION", "P9999999D stands there"),
            (("DTSTART:20270302T100000Z", "DURATION:P99999D"), "DTEND", "December 2300 stands there"),
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
        assert reply_of(mail(several("mixed", invitation, part(CALENDAR, plain())))) == reply_of(plain())

    def test_is_not_told_without_end(self) -> None:
        """After some, a last one says that there are more."""
        _, mistakes = read(calendar(*[event(*needed(uid=None))] * MOST_ANSWERS).encode())
        assert len(mistakes) == MOST_MISTAKES + 1
        assert mistakes[-1].found == f"{MOST_MISTAKES} mistakes or more"


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
        """The mistake names the line of the VTIMEZONE; an answer without a time does not need the zone."""
        block = LONDON_BLOCK.format(name="Wild").replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU", "FREQ=SECONDLY")
        mistake = mistake_of(counter("DTSTART;TZID=Wild:20270302T100000", "DURATION:PT1H", blocks=(block,)))
        assert (mistake.line, mistake.where) == (5, "VTIMEZONE")
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


class TestHostileInput:
    """Input that was made to do harm, or that no program wrote."""

    def test_of_many_megabytes_is_refused(self) -> None:
        """Nothing is read of it."""
        assert mistake_of(b" " * (MOST_BYTES + 1)).found == "it has more than 25 MB"

    def test_of_thousands_of_entries_is_refused(self) -> None:
        """And a thousand are read."""
        many = [event(*needed(Told(uid=str(number)))) for number in range(MOST_ANSWERS + 1)]
        assert mistake_of(calendar(*many).encode()).found == "it has more than 1,000 entries"
        assert len(read(calendar(*many[1:]).encode())[0]) == MOST_ANSWERS

    def test_of_entries_within_entries_is_refused(self) -> None:
        """Each would be read to its end."""
        data = calendar("BEGIN:VEVENT\n" * 900 + "X:1\n" * 60_000 + "END:VEVENT\n" * 900).encode()
        assert mistake_of(data).found.startswith("it has 900 entries in 61,")

    @pytest.mark.parametrize(
        "level",
        [b"Content-Type: message/rfc822\n\n", b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n'],
        ids=["mails", "parts"],
    )
    def test_of_many_levels_is_refused(self, level: bytes) -> None:
        """Ten levels are read."""
        levels = [level % ((number,) * level.count(b"%d")) for number in range(2_000)]
        assert reply_of(mail(b"".join(levels[:10]) + part(CALENDAR, plain()))) == reply_of(plain())
        assert "levels deep" in mistake_of(mail(b"".join(levels) + part(CALENDAR, plain()))).found

    def test_of_many_parts_and_lines_is_refused(self) -> None:
        """Each line would be held against each boundary."""
        data = mail(b"Content-Type: multipart/mixed; boundary=b\n\n" * 1000 + b"\n" * 1_000_000)
        assert mistake_of(data).found == "it has too many parts"

    @pytest.mark.parametrize(
        "line", ['ATTENDEE;CN="', "ATTENDEE;", "ATTENDEE;a=", 'ATTENDEE;a="x"', "ATTENDEE;a=b", "ATTENDEE:%0d"]
    )
    def test_of_a_long_line_is_told_soon(self, line: str) -> None:
        """A pattern that goes back and forth would take for ever."""
        head, _, tail = line.partition(";") if ";" in line else line.partition(":")
        joint = line[len(head)]
        assert mistake_of(plain(attendee=f"{head}{joint}{(tail or joint) * 300_000}")).where == "ATTENDEE"

    def test_in_an_address_does_no_harm(self) -> None:
        """What stands in percent signs is no way to a terminal."""
        line = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:l1%0A%1B[31m@example.org"
        assert reply_of(plain(attendee=line)).attendees == (("l1 [31m@example.org", "ACCEPTED"),)

    @pytest.mark.parametrize(
        "text", ["BEGIN:VEVENT\n" * 3000, "END:VEVENT", "BEGIN:VCALENDAR\n" * 3000, "BEGIN:\nEND:"]
    )
    def test_of_wild_nesting_is_told(self, text: str) -> None:
        """What begins must end, each once."""
        assert mistake_of(calendar(text, event(*needed())).encode() + b"END:VEVENT")

    @pytest.mark.parametrize(
        "head", ["Content-Disposition: x; filename*=a\0b''x.ics", "Content-Type: text/calendar; charset*=\0''x"]
    )
    def test_of_a_head_that_python_stumbles_over_is_passed_over(self, head: str) -> None:
        """A zero in the name of a charset: the rest of the mail is read."""
        more = part("text/plain", b"x", "7bit", head) if "filename" in head else f"{head}\r\n\r\n".encode() + plain()
        assert reply_of(mail(several("mixed", more, part(CALENDAR, plain())))) == reply_of(plain())

    @given(st.binary(max_size=300))
    @settings(deadline=None)
    def test_of_any_bytes_is_told(self, data: bytes) -> None:
        """Whatever the file holds, there are answers or mistakes, and nothing is raised."""
        for start in (b"", b"BEGIN:VCALENDAR\r\n", b"From: a\nDate: b\nContent-Type: text/calendar\n\n"):
            replies, mistakes = read(start + data)
            assert bool(replies) != bool(mistakes)

    @given(st.sampled_from(sorted(PROGRAMS)), st.data())
    @settings(max_examples=300, deadline=None)
    def test_of_a_damaged_answer_is_told(self, program: str, draw: st.DataObject) -> None:
        """A few bytes of a good answer are others, missing or doubled."""
        data = PROGRAMS[program](Told(comment="x"))
        for _ in range(draw.draw(st.integers(1, 4))):
            first = draw.draw(st.integers(0, len(data)))
            last = draw.draw(st.integers(first, min(len(data), first + 30)))
            middle = draw.draw(st.sampled_from([b"", data[first:last] * 2]) | st.binary(max_size=5))
            data = data[:first] + middle + data[last:]
        replies, mistakes = read(data)
        assert replies or mistakes
        assert all(str(mistake).isprintable() for mistake in mistakes)

    @given(st.lists(HEADS, max_size=5))
    @settings(deadline=None)
    def test_of_any_head_is_told(self, lines: list[tuple[str, str, str, str]]) -> None:
        """Python's parser of mails raises in some corners."""
        head = "".join(f"{name}: text/calendar{type}{param}={value}\n" for name, type, param, value in lines)
        replies, mistakes = read(head.encode("utf-8", "replace") + b"\n" + plain())
        assert replies or mistakes

    @given(
        st.sampled_from(["DTSTART", "DTEND", "DURATION", "DTSTAMP", "RECURRENCE-ID", "RDATE", "SEQUENCE", "UID"]),
        st.sampled_from(["", ";TZID=Our own", ";TZID=Europe/London", ";VALUE=DATE", ';TZID="']),
        st.from_regex(r"[0-9TZPDHS/:,+-]{1,20}|(0001|9999)(0101|1231)T(000000|235959)Z?", fullmatch=True),
    )
    @settings(deadline=None)
    def test_of_any_time_is_told(self, name: str, param: str, value: str) -> None:
        """At the ends of the calendar, too, and in a zone that the file explains."""
        block = LONDON_BLOCK.format(name="Our own")
        times = [line for line in TEN if not line.startswith(name)]
        lines = [line for line in needed() if not line.startswith(name)]
        data = calendar(block, event(*lines, *times, f"{name}{param}:{value}"), method="COUNTER")
        replies, mistakes = read(data.encode())
        assert len(replies) + len(mistakes) == 1


def test_libraries_are_loaded_when_an_answer_is_read() -> None:
    """`ltsched --help` must not wait for them."""
    code = "import sys, ltsched.files.recording; print({'icalendar', 'dateutil', 'filelock'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_base64_that_is_broken_is_told() -> None:
    """A mail whose lines were damaged on the way."""
    damaged = b"!?".join(base64.encodebytes(plain()).partition(b"\n")[:1] * 2)
    data = mail(part(CALENDAR, damaged, "7bit").replace(b": 7bit", b": base64"))
    assert mistake_of(data).hint == "Save the mail again, as .eml"
