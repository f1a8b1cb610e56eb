"""The mail: one sender, one recipient, one subject, whatever people are called, and the iTIP object as it is."""

from __future__ import annotations

import email.policy
import email.utils
import re
import socket
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ltsched.domain.invitations.invitations import Method
from ltsched.domain.words.wording import one_line
from ltsched.files.invitations.invitation_mail import invitation_mail
from ltsched.validation.email import is_email
from tests.files.invitations.test_invitation_ics import written
from tests.support.invitations import NOW
from tests.support.messages import due

OFFICE = ("Review office", "reviews@partnership.example")
ANN = ("Ann Example", "ann@agency.example")
HEADERS = ["Content-Type", "MIME-Version", "From", "To", "Subject", "Date", "Message-ID", "X-Unsent"]
ICS = b"BEGIN:VCALENDAR\r\nSUMMARY:\xc3\x89t\xc3\xa9\r\nEND:VCALENDAR\r\n"


def mail(**more: Any) -> bytes:
    """Return a mail to Ann."""
    usual: dict[str, Any] = {
        "sender": OFFICE,
        "recipient": ANN,
        "subject": "LT-1: set-up",
        "text": "When: Tue 2 Mar 2027, 10:00–12:00\n",
        "at": NOW,
    }
    return invitation_mail(more.pop("ics", ICS), more.pop("method", "REQUEST"), **{**usual, **more})


def parsed(data: bytes) -> EmailMessage:
    """Return a mail as newer programs in Python read it."""
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def head(data: bytes) -> list[str]:
    """Return the physical lines of the header."""
    return data.split(b"\r\n\r\n", 1)[0].decode("ascii").split("\r\n")


def names(data: bytes) -> list[str]:
    """Return the names of all header fields, without any parser's help."""
    return [each.partition(":")[0] for each in head(data) if not each.startswith((" ", "\t"))]


def decoded(value: str) -> str:
    """Return a field as older programs read it: unfolded, then decoded."""
    return str(make_header(decode_header(value.replace("\r\n", "")))).strip()


@pytest.mark.parametrize("method", Method)
def test_a_mail_is_plain_text_and_then_the_object(method: Method) -> None:
    """Two alternatives, the better one last; the MIME type repeats the METHOD (RFC 6047)."""
    found = parsed(mail(method=method))
    plain, calendar = found.iter_parts()
    assert (found.get_content_type(), found.defects) == ("multipart/alternative", [])
    assert (plain.get_content_type(), plain.get_content_charset()) == ("text/plain", "utf-8")
    assert plain.get_content().replace("\r\n", "\n") == "When: Tue 2 Mar 2027, 10:00–12:00\n"
    assert (calendar.get_content_type(), calendar.get_content_charset()) == ("text/calendar", "utf-8")
    assert calendar["Content-Type"].params == {"charset": "utf-8", "method": method}
    assert (plain["Content-Transfer-Encoding"], calendar["Content-Transfer-Encoding"]) == ("quoted-printable", "base64")
    assert (plain["Content-Disposition"], calendar["Content-Disposition"]) == (None, None)


def test_the_object_comes_out_as_it_went_in() -> None:
    """Byte for byte, line ends and all."""
    ics = written(due(details="é" * 300), "Zoë")
    (calendar,) = (part for part in parsed(mail(ics=ics)).walk() if part.get_content_type() == "text/calendar")
    assert calendar.get_payload(decode=True) == ics
    assert str(calendar["Content-Type"].params["method"]) in ics.decode()


def test_a_header_is_as_it_should_be() -> None:
    """Who, to whom, about what and when; ready to be sent from Outlook."""
    found = parsed(mail())
    assert [f"{name}: {found[name]}" for name in HEADERS[2:6]] == [
        "From: Review office <reviews@partnership.example>",
        "To: Ann Example <ann@agency.example>",
        "Subject: LT-1: set-up",
        "Date: Mon, 01 Mar 2027 08:00:00 +0000",
    ]
    assert re.fullmatch(r"<[\d.]+@partnership\.example>", found["Message-ID"])
    assert found["X-Unsent"] == "1"


def test_two_mails_have_ids_of_their_own() -> None:
    """A mail program would show one of them only."""
    assert parsed(mail())["Message-ID"] != parsed(mail())["Message-ID"]


def test_a_mail_does_not_tell_where_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the machine is nobody's business, and may be the name of its user."""
    names = (socket.gethostname(), "anns-laptop")
    for function in ("gethostname", "getfqdn"):
        monkeypatch.setattr(socket, function, lambda *_: "anns-laptop")
    data = mail()
    assert not [name for name in names if name.encode() in data]


def test_a_name_that_would_be_folded_is_encoded() -> None:
    """Some programs lose the quotes of a name that goes over two lines."""
    to = mail(recipient=("A. Bee " * 25, ANN[1])).split(b"\r\nTo: ")[1].split(b"\r\nSubject: ")[0]
    assert to.startswith(b"=?utf-8?")
    assert b'"' not in to


@pytest.mark.parametrize("at", [datetime(2027, 7, 1, 9, tzinfo=UTC), datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC)])
def test_the_date_is_the_time_of_issue(at: datetime) -> None:
    """Not that of the clock."""
    assert email.utils.parsedate_to_datetime(parsed(mail(at=at))["Date"]) == at


hostile = st.sampled_from(
    [
        "",
        "Ann\r\nBcc: x@y.example",
        "Ann\nBcc: x@y.example\n\nbody",
        "Ann\u2028Bcc: x@y.example",
        '"Ann" <x@y.example>, "Bob',
        'Ann "Al" \\ Bee',
        "Bee, Ann",
        "Ann (audit); Bob: x@y.example",
        "=?utf-8?q?Ann_=3Cx=40y=2Eexample=3E=2C?=",
        "=?utf-8?q?a=0D=0ABcc:_x=40y?= <x@y.example>",
        "=?x",
        "Dr. A. Bee",
        ".",
        "'",
        "O'Neil-Bee",
        "\U0001f469\u200d\U0001f680" * 60,
        "é" * 200,
        "a" * 200,
        "word " * 40,
        "a" * 60,
        "a." * 30,
        "A. Bee " * 25,
        "A" + " b" * 99,
    ]
)
texts = hostile | st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
atoms = st.text("abcXYZ019!#$%&'*+/=?^_`{|}~-", min_size=1, max_size=20)
labels = st.text("abz019-", min_size=1, max_size=60)
addresses = st.sampled_from([ANN[1], f"{'a' * 64}@{'b' * 190}", "o'neil+a@x.example"]) | st.builds(
    lambda local, domain: f"{'.'.join(local)}@{'.'.join(domain)}",
    st.lists(atoms, min_size=1, max_size=3),
    st.lists(labels, min_size=1, max_size=3),
).filter(is_email)


@settings(deadline=None)
@given(recipient=texts, office=texts, subject=texts, to=addresses, sender=addresses)
@example(recipient="", office="", subject="", to=ANN[1], sender=OFFICE[1])
def test_whatever_people_are_called_there_is_one_sender_one_recipient_and_one_subject(
    recipient: str, office: str, subject: str, to: str, sender: str
) -> None:
    """For newer and older parsers alike: each field once, one address each, and everything comes back on one line."""
    data = mail(recipient=(recipient, to), sender=(office, sender), subject=subject)
    assert sorted(names(data)) == sorted(HEADERS)
    new, old = parsed(data), email.message_from_bytes(data)
    assert sorted(new.keys()) == sorted(old.keys()) == sorted(HEADERS)
    for field, called, address in (("To", recipient, to), ("From", office, sender)):
        (mailbox,) = new[field].addresses
        # Some Pythons keep the blank between two encoded words, against RFC 2047, section 6.2.
        assert (mailbox.addr_spec, unspaced(mailbox.display_name)) == (address, unspaced(one_line(called)))
        ((name, spec),) = email.utils.getaddresses([str(each) for each in old.get_all(field, [])])
        assert (spec, decoded(name)) == (address, one_line(called))
    assert new["Subject"] == decoded(str(old["Subject"])) == one_line(subject)
    assert all_defects(new) == []


def unspaced(text: str) -> str:
    """Return a text without its blanks."""
    return "".join(text.split())


def all_defects(message: Message) -> list[object]:
    """Return everything that the parser has found wrong."""
    fields = [defect for value in message.values() for defect in getattr(value, "defects", [])]
    return [*message.defects, *fields]


@settings(deadline=None)
@given(recipient=texts, office=texts, subject=texts, to=addresses, text=texts)
def test_any_mail_server_takes_it(recipient: str, office: str, subject: str, to: str, text: str) -> None:
    """ASCII and CRLF alone; a line has at most 78 octets (RFC 5322), or else it is one word that cannot be folded."""
    data = mail(recipient=(recipient, to), sender=(office, OFFICE[1]), subject=subject, text=text, ics=text.encode())
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    for each in head(data):
        assert len(each) <= 78 or len(each.split()) == 1
        assert len(each) <= 998
    assert max(map(len, data.split(b"\r\n\r\n", 1)[1].split(b"\r\n"))) <= 76
