"""Answers come out of mails however they were forwarded, attached, saved and sealed."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from ltsched.files.invitations.mail_parts import MOST_PARTS
from tests.support.reply_programs import PROGRAMS
from tests.support.reply_reading import mistake_of, read, reply_of, said_in
from tests.support.reply_texts import CALENDAR, TOLD, Told, mail, part, plain, several

WORDS = part("text/plain", b"See the mail that I attach.", "7bit")
MAILS = [program for program in PROGRAMS if program != "Apple"]  # which sends a file
OUTLOOK_MESSAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)

Wrap = Callable[[bytes], bytes]


def attached(inner: bytes, type: str, encoding: str, *more: str) -> bytes:
    """Return a mail, sent an hour later, with a part of this type in it."""
    return mail(several("mixed", WORDS, part(type, inner, encoding, *more)), Told(minutes=60), "FW: Accepted")


def in_lines_of(length: int) -> Wrap:
    """Return what forwards a mail in base64 with lines of this length."""

    def wrap(inner: bytes) -> bytes:
        text = base64.b64encode(inner)
        lines = b"\r\n".join(text[start : start + length] for start in range(0, len(text), length))
        return attached(lines, "message/rfc822", "7bit").replace(
            b"rfc822\r\nContent-Transfer-Encoding: 7bit", b"rfc822\r\nContent-Transfer-Encoding: BASE64"
        )

    return wrap


EML = 'Content-Disposition: attachment; filename="Accepted.EML"'
WRAPPED: dict[str, Wrap] = {
    "as it is": lambda inner: attached(inner, "message/rfc822", "7bit"),
    "base64": lambda inner: attached(inner, "message/rfc822", "base64"),
    "quoted-printable": lambda inner: attached(inner, "message/rfc822", "quoted-printable"),
    "base64 in one line": in_lines_of(10**9),
    "base64 in short lines": in_lines_of(3),
    "base64 in uneven lines": in_lines_of(77),
    "a file": lambda inner: attached(inner, "application/octet-stream", "base64", EML),
    "a file of eight bits": lambda inner: attached(inner, "application/octet-stream", "8bit", EML),
    "a file with another type": lambda inner: attached(inner, "text/plain", "base64", EML),
    "a file without a name": lambda inner: attached(inner, "application/octet-stream", "base64"),
    "a digest": lambda inner: mail(several("digest", b"\r\n" + inner, b"\r\n" + mail(WORDS)), Told(minutes=60)),
    "signed": lambda inner: mail(
        several("signed", part("message/rfc822", inner, "7bit"), part("application/pkcs7-signature", b"\x30\x82")),
        Told(minutes=60),
    ),
}


class TestForwarded:
    """Mails in mails."""

    @pytest.mark.parametrize("wrap", WRAPPED)
    @pytest.mark.parametrize("program", MAILS)
    def test_is_read(self, program: str, wrap: str) -> None:
        """And its own Date is when it was mailed, not that of the mail around it."""
        told = Told(comment="I may be late", mailed=5)
        inner = PROGRAMS[program](told)
        reply = reply_of(WRAPPED[wrap](inner))
        assert reply == reply_of(inner)
        assert reply.mailed == told.sent

    @pytest.mark.parametrize("outer", WRAPPED)
    @pytest.mark.parametrize("inner", WRAPPED)
    def test_twice_is_read(self, inner: str, outer: str) -> None:
        """Each way within each other."""
        data = PROGRAMS["Exchange"](TOLD)
        assert reply_of(WRAPPED[outer](WRAPPED[inner](data))) == reply_of(data)

    def test_many_times_is_read_or_told(self) -> None:
        """Five times; twenty times no program forwards a mail."""
        data = PROGRAMS["Google"](TOLD)
        for level in range(1, 21):
            data = WRAPPED["base64"](data)
            if level == 5:
                assert reply_of(data) == reply_of(PROGRAMS["Google"](TOLD))
        assert "many levels deep" in mistake_of(data).found

    def test_several_are_all_read(self) -> None:
        """A secretary forwards the answers of a day."""
        mails = [PROGRAMS[program](Told(uid=program)) for program in MAILS]
        for encoding in ("7bit", "base64"):
            parts = [part("message/rfc822", inner, encoding) for inner in mails]
            replies, mistakes = read(mail(several("mixed", WORDS, *parts)))
            assert (sorted(reply.uid for reply in replies), mistakes) == (sorted(MAILS), [])

    def test_in_outlooks_own_form_is_told_beside_the_others(self) -> None:
        """No answer is lost in silence; an old document of Word is none."""
        message = part("application/vnd.ms-outlook", OUTLOOK_MESSAGE)
        good = part("message/rfc822", PROGRAMS["Zimbra"](TOLD), "7bit")
        replies, mistakes = read(mail(several("mixed", good, message)))
        assert [reply.uid for reply in replies] == [TOLD.uid]
        assert [mistake.found for mistake in mistakes] == ["a mail that lies in it is a message in Outlook's own form"]
        assert "Outlook's own form" in mistake_of(mail(several("mixed", WORDS, message))).found
        document = part(
            "application/msword", OUTLOOK_MESSAGE, "base64", "Content-Disposition: attachment; filename=a.doc"
        )
        assert said_in(mail(several("mixed", good, document))) == said_in(PROGRAMS["Zimbra"](TOLD))


class TestAttached:
    """A calendar that is a file of a mail."""

    @pytest.mark.parametrize(
        "type", ["application/octet-stream", "application/unknown", "text/plain", "text/x-vcalendar"]
    )
    @pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
    @pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n"])
    def test_needs_neither_type_nor_name(self, type: str, encoding: str, before: bytes) -> None:
        """How it begins is enough."""
        data = mail(several("mixed", WORDS, part(type, before + plain(), encoding)))
        assert said_in(data) == reply_of(plain())

    def test_under_the_name_of_a_mail_is_read(self) -> None:
        """What is in it decides."""
        assert said_in(mail(several("mixed", WORDS, part("message/rfc822", plain(), "base64")))) == reply_of(plain())


class TestSealed:
    """S/MIME and winmail.dat."""

    @pytest.mark.parametrize("program", MAILS)
    def test_with_a_signature_beside_it_is_read(self, program: str) -> None:
        """multipart/signed (RFC 1847): the mail as it is, and its signature."""
        head, _, body = PROGRAMS[program](TOLD).partition(b"Content-Type:")
        signature = part("application/pkcs7-signature; name=smime.p7s", b"\x30\x82\x01", "base64")
        data = head + several("signed", b"Content-Type:" + body, signature)
        assert reply_of(data) == reply_of(PROGRAMS[program](TOLD))

    @pytest.mark.parametrize("type", ["application/pkcs7-mime; smime-type=enveloped-data", "application/x-pkcs7-mime"])
    def test_within_its_signature_is_told(self, type: str) -> None:
        """Nothing can be read without a key, or only by a program for it."""
        mistake = mistake_of(mail(part(type, b"\x30\x82\x01")))
        assert mistake.found == "it is encrypted, or sealed by its signature"
        assert mistake.hint

    def test_in_a_winmail_of_a_forwarded_mail_is_told(self) -> None:
        """As where it lies in the mail itself."""
        inner = mail(several("mixed", WORDS, part("application/ms-tnef", b"\x78\x9f\x3e\x22")))
        assert "winmail.dat" in mistake_of(WRAPPED["base64"](inner)).found
        unnamed = part("application/octet-stream", b"\x78\x9f\x3e\x22")
        assert "winmail.dat" in mistake_of(mail(several("mixed", WORDS, unnamed))).found


class TestSaved:
    """What saving does to a mail."""

    @pytest.mark.parametrize("end", [b"\n", b"\r\r\n", b"\r"], ids=repr)
    @pytest.mark.parametrize("program", PROGRAMS)
    def test_with_any_line_ends_is_read(self, program: str, end: bytes) -> None:
        """Of Unix, of text mode on Windows, of old Macs."""
        data = PROGRAMS[program](Told(comment="x" * 200))
        assert reply_of(data.replace(b"\r\n", end)) == reply_of(data)

    @pytest.mark.parametrize(
        "before",
        [
            b"\xef\xbb\xbf",
            b"\r\n\r\n",
            b"From l1@example.org Mon Feb  1 09:30:00 2027\n",
            b"\xef\xbb\xbfFrom - Mon Feb 01 09:30:00 2027\r\n",
            b">From l1@example.org Mon Feb  1 09:30:00 2027\r\n",
        ],
    )
    @pytest.mark.parametrize("program", MAILS)
    def test_with_something_before_it_is_read(self, program: str, before: bytes) -> None:
        """The mark of an editor, empty lines, the line of a mailbox."""
        assert reply_of(before + PROGRAMS[program](TOLD)) == reply_of(PROGRAMS[program](TOLD))

    @pytest.mark.parametrize("program", PROGRAMS)
    def test_as_unicode_is_read(self, program: str) -> None:
        """Notepad calls UTF-16 so."""
        data = PROGRAMS[program](Told(comment="Desole"))
        assert reply_of(data.decode().encode("utf-16")) == reply_of(data)

    def test_as_a_mailbox_gives_all_answers(self) -> None:
        """Several mails in one file; a line of text that begins with From parts nothing."""
        mails = [PROGRAMS[program](Told(uid=program)) for program in MAILS]
        between = b"From l1@example.org Mon Feb  1 09:30:00 2027\r\n"
        box = b"".join(between + data + b"\r\nFrom 2027 on I am away\r\n\r\n" for data in mails)
        replies, mistakes = read(box)
        assert ([reply.uid for reply in replies], mistakes) == (MAILS, [])


def test_more_parts_than_any_mail_has_are_refused() -> None:
    """Each would be looked into."""
    data = mail(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * (MOST_PARTS + 1))
    assert mistake_of(data).found == "it has too many parts"


@pytest.mark.parametrize(
    "data",
    [
        mail(part("text/plain", b"\r" * 1_000_000, "8bit")),
        b"From: a\rDate: b\r" + b"\r" * 1_000_000,
        b"From " + b"1" * 1_000_000,
        b"From a 2027\nDate: x\n\nx\n\n" * (MOST_PARTS + 2),
    ],
    ids=["returns", "only returns", "digits", "mails"],
)
def test_hostile_lines_take_time_by_their_length(data: bytes) -> None:
    """A pattern that goes back and forth would take for ever."""
    assert mistake_of(data).expected


def test_a_method_is_that_of_the_part_of_a_forwarded_mail() -> None:
    """Where the calendar names none."""
    data = plain().replace(b"METHOD:REPLY\r\n", b"")
    assert said_in(WRAPPED["base64"](mail(part(CALENDAR, data)))) == reply_of(plain())
