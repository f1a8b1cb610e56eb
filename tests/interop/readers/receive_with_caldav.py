"""Take in mails with invitations as a mail program does that keeps a calendar on a CalDAV server for each recipient.

A message counts if its SEQUENCE is higher than that of every message with its UID before (RFC 5546, section 2.1.5): a
REQUEST takes the place of what is there, a CANCEL takes it out. Whatever else comes changes nothing, nor does it bring
back what was taken out. Programs differ in what they make of an equal SEQUENCE; no calendar may depend on it.
"""

from __future__ import annotations

import email
import email.policy
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import caldav
import icalendar
from caldav.lib.error import NotFoundError


def read_mail(path: str) -> tuple[str, Any]:
    """Return to whom a mail is, and the iTIP object in it (RFC 6047)."""
    mail = email.message_from_bytes(Path(path).read_bytes(), policy=email.policy.default)
    (recipient,) = mail["To"].addresses
    (part,) = (each for each in mail.walk() if each.get_content_type() == "text/calendar")
    message = icalendar.Calendar.from_ical(part.get_content())
    if message["METHOD"] != part["Content-Type"].params["method"]:
        raise ValueError(f"{path}: the METHOD of the part is another than that of its calendar")
    address = recipient.addr_spec.casefold()
    if unquote(event_of(message)["ATTENDEE"]).casefold() != f"mailto:{address}":
        raise ValueError(f"{path}: {address} is not the one who is invited")
    return address, message


def event_of(calendar: Any) -> Any:
    (event,) = calendar.walk("VEVENT")
    return event


class Diary:
    """What a mail program has of one recipient: a calendar on the server, and the SEQUENCE it knows of each UID."""

    def __init__(self, url: str, address: str, name: str) -> None:
        client = caldav.DAVClient(url, username=address, password="none")
        self.calendar = client.principal().make_calendar(name=name)
        self.known: dict[str, int] = {}

    def take_in(self, message: Any) -> None:
        uid, sequence = str(event_of(message)["UID"]), int(event_of(message)["SEQUENCE"])
        if sequence <= self.known.get(uid, -1):
            return
        self.known[uid] = sequence
        url = self.calendar.url.join(f"{quote(uid, safe='')}.ics")
        event = caldav.Event(self.calendar.client, url=url, parent=self.calendar)
        if message["METHOD"] == "CANCEL":
            with suppress(NotFoundError):
                event.delete()
        else:
            del message["METHOD"]  # What lies on a server has none (RFC 4791, section 4.1).
            event.data = message.to_ical()
            # Left alone, caldav raises the SEQUENCE, which is for the organiser to do.
            event.save(increase_seqno=False)


def deliver(url: str, name: str, mails: list[str]) -> dict[str, list[str]]:
    """Take in mails in this order, into calendars of this name; return what then lies in that of each address."""
    diaries: dict[str, Diary] = {}
    for path in mails:
        address, message = read_mail(path)
        if address not in diaries:
            diaries[address] = Diary(url, address, name)
        diaries[address].take_in(message)
    return {address: [event.data for event in diary.calendar.events()] for address, diary in diaries.items()}


job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(json.dumps({name: deliver(job["url"], name, mails) for name, mails in job["deliveries"].items()}))  # noqa: T201 - its result
