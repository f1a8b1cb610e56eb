"""Answers in mails: encodings, spellings and foldings are undone."""

from __future__ import annotations

import base64

import pytest

from tests.support.reply_programs import exchange
from tests.support.reply_reading import mistake_of, reply_of, said_in
from tests.support.reply_texts import CALENDAR, TOLD, Told, calendar, event, mail, needed, part, plain, several


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
        assert reply_of(b"\xef\xbb\xbf" + exchange()) == reply_of(exchange())

    def test_may_be_left_to_the_mail(self) -> None:
        """The method of the part counts where the calendar has none, and the file's name where the type is any."""
        data = calendar(event(*needed()), method="").encode()
        assert said_in(mail(part(CALENDAR, data))) == reply_of(plain())
        named = part("application/octet-stream; name=Reply.ICS", plain())
        assert said_in(mail(several("mixed", named))) == reply_of(plain())


def test_base64_that_is_broken_is_told() -> None:
    """A mail whose lines were damaged on the way."""
    damaged = b"!?".join(base64.encodebytes(plain()).partition(b"\n")[:1] * 2)
    data = mail(part(CALENDAR, damaged, "7bit").replace(b": 7bit", b": base64"))
    assert mistake_of(data).hint == "Save the mail again, as .eml"
