"""Answers to invitations in the shapes in which the usual programs send them."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.calendar_texts import LONDON_BLOCK
from tests.support.reply_texts import TOLD, Told, calendar, event, hexadecimal, mail, part, several


def outlook(told: Told = TOLD) -> bytes:
    """Outlook for Windows without Exchange: a mail that is nothing but the calendar."""
    text = calendar(
        "X-MS-OLK-FORCEINSPECTOROPEN:TRUE",
        LONDON_BLOCK.format(name="GMT Standard Time"),
        event(
            f'ATTENDEE;PARTSTAT={told.partstat};CN="Name, Long (Department of people with long names)":'
            f"mailto:{told.email}",
            "CLASS:PUBLIC",
            f"COMMENT;LANGUAGE=en-GB:{told.comment}\\n",
            "CREATED:20270201T093001Z",
            'DTEND;TZID="GMT Standard Time":20270301T120000',
            f"DTSTAMP:{told.stamp}",
            'DTSTART;TZID="GMT Standard Time":20270301T100000',
            "PRIORITY:5",
            f"SEQUENCE:{told.sequence}",
            "SUMMARY;LANGUAGE=en-gb:Accepted: LT-TEST-1",
            f"UID:{told.uid}",
            f"X-MICROSOFT-CDO-REPLYTIME:{told.stamp}",
            "BEGIN:VALARM\nTRIGGER:-PT15M\nACTION:DISPLAY\nDESCRIPTION:Reminder\nCOMMENT:not of the answer\nEND:VALARM",
        ),
    )
    return mail(part('text/calendar; charset="utf-8"; method=REPLY', text.encode(), "8bit"), told)


def exchange(told: Told = TOLD, uid: str = "") -> bytes:
    """Exchange and Microsoft 365: the calendar stands beside the mail in words and in HTML, in base64."""
    text = calendar(
        LONDON_BLOCK.format(name="GMT Standard Time"),
        event(
            f"ATTENDEE;PARTSTAT={told.partstat};CN=Name Of Lead:MAILTO:{told.email}",
            f"COMMENT;LANGUAGE=en-GB:{told.comment}\\n\\n",
            f"UID:{uid or told.uid}",
            "SUMMARY;LANGUAGE=en-GB:Accepted: LT-TEST-1",
            "DTSTART;TZID=GMT Standard Time:20270301T100000",
            "DTEND;TZID=GMT Standard Time:20270301T120000",
            "CLASS:PUBLIC",
            "PRIORITY:5",
            f"DTSTAMP:{told.stamp}",
            "TRANSP:OPAQUE",
            "STATUS:CONFIRMED",
            f"SEQUENCE:{told.sequence}",
            "LOCATION;LANGUAGE=en-GB:",
            f"X-MICROSOFT-CDO-APPT-SEQUENCE:{told.sequence}",
            "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
        ),
    )
    words = part('text/plain; charset="us-ascii"', told.comment.encode(), "quoted-printable")
    html = part('text/html; charset="us-ascii"', b"<html><body></body></html>", "quoted-printable")
    calendar_part = part('text/calendar; charset="utf-8"; method=REPLY', text.encode())
    return mail(several("alternative", words, html, calendar_part), told)


def outlook_on_the_web(told: Told = TOLD) -> bytes:
    """Outlook on the web: as Exchange, and the UID has become one of Exchange's own."""
    return exchange(told, uid=hexadecimal(told.uid))


def google(told: Told = TOLD) -> bytes:
    """Google: the calendar stands in the mail, and once more beside it as a file."""
    text = calendar(
        "CALSCALE:GREGORIAN",
        event(
            "DTSTART:20270301T100000Z",
            "DTEND:20270301T120000Z",
            f"DTSTAMP:{told.stamp}",
            "ORGANIZER;CN=Review office:mailto:reviews@partnership.example",
            f"UID:{told.uid}",
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={told.partstat};CN={told.email};"
            f"X-NUM-GUESTS=0;X-RESPONSE-COMMENT={told.comment or chr(34) * 2}:mailto:{told.email}",
            f"COMMENT:{told.comment}",
            "CREATED:20270120T080000Z",
            "DESCRIPTION:",
            "LAST-MODIFIED:20270201T093000Z",
            f"SEQUENCE:{told.sequence}",
            "STATUS:CONFIRMED",
            "SUMMARY:LT-TEST-1",
            "TRANSP:OPAQUE",
        ),
    ).encode()
    words = part('text/plain; charset="UTF-8"; format=flowed; delsp=yes', b"Somebody has accepted this.")
    inside = several("alternative", words, part('text/calendar; charset="UTF-8"; method=REPLY', text, "7bit"))
    file = part(
        'application/ics; name="invite.ics"', text, "base64", 'Content-Disposition: attachment; filename="invite.ics"'
    )
    return mail(several("mixed", inside, file), told)


def apple(told: Told = TOLD) -> bytes:
    """Apple Calendar: a file, with the address in a parameter, too."""
    return calendar(
        "CALSCALE:GREGORIAN",
        event(
            "ORGANIZER;CN=Review office:mailto:reviews@partnership.example",
            f"DTSTAMP:{told.stamp}",
            f"UID:{told.uid}",
            "DTSTART;TZID=Europe/London:20270301T100000",
            "DTEND;TZID=Europe/London:20270301T120000",
            f"SEQUENCE:{told.sequence}",
            f'ATTENDEE;CN="Name of l1";CUTYPE=INDIVIDUAL;EMAIL="{told.email}";PARTSTAT={told.partstat};'
            f"ROLE=REQ-PARTICIPANT:mailto:{told.email}",
            f"COMMENT:{told.comment}",
            "SUMMARY:LT-TEST-1",
        ),
    ).encode()


def thunderbird(told: Told = TOLD) -> bytes:
    """Thunderbird: the calendar beside the words, in quoted-printable."""
    text = calendar(
        event(
            f"DTSTAMP:{told.stamp}",
            f"UID:{told.uid}",
            "SUMMARY:LT-TEST-1",
            "ORGANIZER;CN=Review office:mailto:reviews@partnership.example",
            f"ATTENDEE;RSVP=TRUE;CN=Name of l1;PARTSTAT={told.partstat};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"
            f"X-MOZ-NOTE=none:mailto:{told.email}",
            f"X-MOZ-RECEIVED-SEQUENCE:{told.sequence}",
            f"SEQUENCE:{told.sequence}",
            "DTSTART;TZID=Europe/London:20270301T100000",
            "DTEND;TZID=Europe/London:20270301T120000",
            f"COMMENT:{told.comment}",
        ),
    )
    words = part("text/plain; charset=UTF-8; format=flowed", b"Somebody has accepted.", "8bit")
    calendar_part = part('text/calendar; method=REPLY; charset="UTF-8"', text.encode(), "quoted-printable")
    return mail(several("mixed", words, calendar_part), told)


def zimbra(told: Told = TOLD) -> bytes:
    """Zimbra: answered by an assistant (SENT-BY), with times in quoted zones."""
    text = calendar(
        LONDON_BLOCK.format(name="Europe/London"),
        event(
            f"UID:{told.uid}",
            "SUMMARY:Accept: LT-TEST-1",
            f'ATTENDEE;CN=Name of l1;SENT-BY="mailto:assistant@example.org";PARTSTAT={told.partstat}'
            f":mailto:{told.email}",
            "ORGANIZER:mailto:reviews@partnership.example",
            'DTSTART;TZID="Europe/London":20270301T100000',
            'DTEND;TZID="Europe/London":20270301T120000',
            "STATUS:CONFIRMED",
            "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
            f"DTSTAMP:{told.stamp}",
            f"SEQUENCE:{told.sequence}",
            f"COMMENT:{told.comment}",
        ),
    )
    words = part("text/plain; charset=utf-8", b"Yes.", "7bit")
    calendar_part = part("text/calendar; charset=utf-8; method=REPLY; name=meeting.ics", text.encode(), "7bit")
    return mail(several("alternative", words, calendar_part), told)


PROGRAMS: dict[str, Callable[[Told], bytes]] = {
    "Outlook": outlook,
    "Exchange": exchange,
    "Outlook on the web": outlook_on_the_web,
    "Google": google,
    "Apple": apple,
    "Thunderbird": thunderbird,
    "Zimbra": zimbra,
}
