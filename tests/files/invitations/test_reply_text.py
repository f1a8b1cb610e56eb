"""Private text of an answer may hold any bytes: what is asked for is read all the same."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.files.invitations.reply_text import calendar_text
from tests.support.reply_programs import PROGRAMS
from tests.support.reply_reading import read, reply_of, said_in
from tests.support.reply_texts import CALENDAR, TOLD, Told, calendar, event, mail, needed, part, plain

PRIVATE = ["SUMMARY", "DESCRIPTION", "COMMENT", "LOCATION", "X-ALT-DESC;FMTTYPE=text/html", "CATEGORIES", "CONTACT"]
ODD_BYTES = {
    "controls": bytes(code for code in range(32) if code not in b"\n"),
    "delete": b"\x7f",
    "controls of UTF-8": "".join(map(chr, range(0x80, 0xA0))).encode(),
    "Windows-1252": "„Ä“ – 5 €".encode("cp1252"),
    "what Windows-1252 has not": b"\x81\x8d\x8f\x90\x9d",
    "no charset": b"\xff\xfe\xc0\x80\xf5",
    "half a character": b"\xe2\x82",
    "a dash cut to a byte": b"\x13 \x14 \x18\x19",
    "a separator of lines": "\u2028\u2029\x85".encode(),
    "an end of a file": b"\x1a",
}


def with_line(data: bytes, line: bytes) -> bytes:
    """Return a calendar with one more line in its entry."""
    found = re.search(rb"BEGIN:VEVENT([\r\n]+)", data)
    end = found[1] if found else b"\n"
    return data.replace(b"BEGIN:VEVENT" + end, b"BEGIN:VEVENT" + end + line + end)


class TestPrivateText:
    """In a calendar."""

    @pytest.mark.parametrize("odd", ODD_BYTES)
    @pytest.mark.parametrize("name", PRIVATE)
    def test_may_hold_anything(self, name: str, odd: str) -> None:
        """In a file, and in a mail that says which charset it is in."""
        data = with_line(plain(), name.encode() + b":a" + ODD_BYTES[odd] + b"b")
        expected = reply_of(plain())
        for text in (data, *(mail(part(f"{CALENDAR}; charset={name}", data)) for name in ("utf-8", "us-ascii"))):
            assert replace(said_in(text), comment="") == expected

    @pytest.mark.parametrize("odd", ODD_BYTES)
    @pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
    @pytest.mark.parametrize("program", PROGRAMS)
    def test_of_each_program_may_hold_anything(self, program: str, encoding: str, odd: str) -> None:
        """The calendar that it sends, attached in each way."""
        data = PROGRAMS[program](TOLD)
        for word in (b"SUMMARY", b"DESCRIPTION"):
            data = with_line(data, word + b":a" + ODD_BYTES[odd] + b"b")
        text = data if program == "Apple" else mail(part("message/rfc822", data, encoding))
        assert replace(said_in(text), comment="") == said_in(PROGRAMS[program](TOLD))

    @given(st.binary(max_size=40), st.sampled_from(PRIVATE))
    @settings(deadline=None)
    def test_of_any_bytes_does_no_harm(self, odd: bytes, name: str) -> None:
        """But for a line break that begins another property."""
        data = with_line(plain(), name.encode() + b":" + odd.replace(b"\n", b"").replace(b"\r", b""))
        assert replace(said_in(data), comment="") == reply_of(plain())

    def test_with_line_breaks_in_it_is_passed_over(self) -> None:
        """A raw return is a control character; a raw line break begins a line that is no property that is asked for."""
        data = with_line(plain(), b"DESCRIPTION:Dear all,\rEND:VEVENT\rBEGIN:VEVENT")
        assert reply_of(data) == reply_of(plain())
        data = with_line(plain(), b"DESCRIPTION:Dear all,\r\n\r\nthe meeting: see below\r\nRegards")
        assert reply_of(data) == reply_of(plain())

    def test_keeps_what_can_be_read_of_a_comment(self) -> None:
        """Each line by itself: UTF-8, Windows-1252, or UTF-8 with a character cut off."""
        head = plain().replace(b"END:VEVENT", b"COMMENT:%s\r\nDESCRIPTION:%s\r\nEND:VEVENT")
        for comment in ("Zoë – 5 €".encode(), "Zoë – 5 €".encode("cp1252"), "Zoë – 5 €".encode() + b"\xc3"):
            for other in (b"", b"\xff", "é".encode(), b"\x81"):
                assert reply_of(head % (comment, other)).comment.startswith("Zoë – 5 €")


class TestFold:
    """Where a line is folded."""

    @pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r\r\n", b"\n\n"], ids=repr)
    @pytest.mark.parametrize("character", ["é", "€", "\U0001f600"])
    def test_within_a_character_is_undone(self, character: str, end: bytes) -> None:
        """Programs count bytes; RFC 5545, section 3.1, warns of it."""
        data = character.encode()
        for place in range(1, len(data)):
            line = b"COMMENT:a" + data[:place] + end + b" " + data[place:] + b"b"
            text = with_line(plain().replace(b"\r\n", end), line)
            assert reply_of(text).comment == f"a{character}b"
            assert said_in(mail(part(CALENDAR, text))).comment == f"a{character}b"

    @pytest.mark.parametrize("end", [b"\r\r\n", b"\r\n\r\n", b"\n\n"], ids=repr)
    def test_after_a_doubled_line_end_is_undone(self, end: bytes) -> None:
        """In the address, too."""
        data = plain().replace(b"@example", b"@ex\r\n ample").replace(b"\r\n", end)
        assert reply_of(data) == reply_of(plain())

    def test_keeps_the_numbers_of_lines(self) -> None:
        """A mistake names the line that an editor shows."""
        data = (
            b"BEGIN:VCALENDAR\r\nX-A:\xc3\r\n \xa9\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        assert [mistake.line for mistake in read(data)[1]] == [5]


def test_a_uid_and_an_address_with_controls_around_them_are_read() -> None:
    """Names that were padded with zeros."""
    data = plain(uid=f"UID:{TOLD.uid}\0\0", attendee="ATTENDEE;PARTSTAT=ACCEPTED\x13:mailto:l1@example.org\x1a")
    assert reply_of(data) == reply_of(plain())


@pytest.mark.parametrize(
    "before", [b"\x1a", b"\0", b"\xef\xbb\xbf\xef\xbb\xbf", "\ufeff".encode().decode("cp1252").encode()]
)
def test_signs_before_a_calendar_are_passed_over(before: bytes) -> None:
    """A byte-order mark twice, or one that was taken for letters."""
    assert reply_of(before + plain()) == reply_of(plain())


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_keeps_its_accents(charset: str) -> None:
    """With a mark and without, and with an odd byte at its end."""
    data = plain(Told(comment="Désolé")).decode().encode(charset)
    assert reply_of(data).comment == reply_of(data + b"\0").comment == "Désolé"


def test_every_calendar_of_a_file_is_read_by_itself() -> None:
    """One in UTF-8 and one in Windows-1252, put into one file."""
    first, second = (calendar(event(*needed(Told(uid=uid, comment="Zoë")))) for uid in "ab")
    replies, mistakes = read(first.encode() + second.encode("cp1252"))
    assert ([(reply.uid, reply.comment) for reply in replies], mistakes) == ([("a", "Zoë"), ("b", "Zoë")], [])


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-16", "iso-8859-1", "nonsense", "utf-7"]))
def test_any_bytes_become_text_without_controls(data: bytes, charset: str) -> None:
    """Whatever a mail says that they are."""
    text = calendar_text(data, charset)
    assert not {character for character in text if (ord(character) < 32 or 127 <= ord(character) < 160)} - {"\t", "\n"}


def test_base64_in_pieces_is_joined() -> None:
    """Lines of any length."""
    text = base64.b64encode(plain())
    lines = b"\r\n".join(text[start : start + 11] for start in range(0, len(text), 11))
    data = mail(part(CALENDAR, lines, "7bit").replace(b": 7bit", b": base64"))
    assert said_in(data) == reply_of(plain())
