"""Whoever takes in all that was sent while a review lived, in whatever order it came, has the timetable in the end.

The mails go into calendars on a CalDAV server (Radicale, with the Python client caldav); what lies there in the end is
read by libical.
"""

from __future__ import annotations

import csv
import email
import email.policy
import json
import random
import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from ltsched.domain.invitations.invitations import invitation_uid
from tests.interop.lived import CHAINS, lived
from tests.interop.mail_programs import Entry, MailPrograms, Shown
from tests.support.living import Living

SOME = ("l1", "t1", "t2", "t3", "t6", "t9")
"""Those to whom something happens in scenarios/focused, and a lead reviewer."""


def mails_to(folder: Path, people: Collection[str] = ()) -> list[Path]:
    """Return all mails to some people or to everybody, run by run, in each run the cancellations first."""
    runs = sorted((folder / "out" / "invitations").iterdir())
    mails = [mail for run in runs for kind in ("cancel", "request") for mail in sorted(run.glob(f"*.{kind}.eml"))]
    return [mail for mail in mails if not people or mail.name.split(".")[0] in people]


ORDERS: Mapping[str, Callable[[list[Path]], list[Path]]] = {
    "as sent": lambda mails: mails,
    "newest first": lambda mails: mails[::-1],
    "shuffled": lambda mails: random.Random(1).sample(mails, len(mails)),
}


def wanted(living: Living, people: Collection[str] = ()) -> Shown:
    """Return by address what the files of a review say that some people or all who belong to it have to come to."""
    timetable = json.loads((living.folder / "out" / "timetable.json").read_text(encoding="utf-8"))
    reference = tomllib.loads((living.folder / "review.toml").read_text(encoding="utf-8"))["reference"]
    rooms = {row["id"]: row["name"] for row in table(living.folder / "rooms.csv")}
    emails = {row["id"]: row["email"].casefold() for row in table(living.folder / "people.csv")}
    found: dict[str, list[Entry]] = {}
    for booking in timetable["bookings"]:
        start, end = (int(datetime.fromisoformat(booking[name]).timestamp()) for name in ("start", "end"))
        said = start, end, rooms.get(booking["room"], ""), f"{reference}: {booking['title'].lower()}"
        for id in booking["attendees"]:
            if emails[id] and (not people or id in people):
                uid = invitation_uid(reference, booking["activity"], id)
                found.setdefault(emails[id], []).append(Entry(uid, *said))
    return found


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def differences(shown: Shown, meant: Shown, living: Living) -> list[tuple[str, str, Entry]]:
    """Return what calendars have too much or too little: just what is meant is to come, and all that is over is there.

    What is over stays where it was: with who has left since, at an address that is not used any more, and with who was
    to hold what was not held and is held by others now.
    """
    now = living.evening.timestamp()
    there = {(address, entry) for address, entries in shown.items() for entry in entries}
    to_be_there = {(address, entry) for address, entries in meant.items() for entry in entries}
    over = {entry for _, entry in there if entry.end <= now}
    more = {each for each in there - to_be_there if each[1].end > now}
    less = {each for each in to_be_there - there if each[1] not in over}
    return sorted([*(("more", *each) for each in more), *(("less", *each) for each in less)])


@pytest.fixture(scope="module")
def focused(tmp_path_factory: pytest.TempPathFactory) -> Living:
    """Return scenarios/focused, to which much has happened, and which is held up."""
    return lived("focused", tmp_path_factory.mktemp("lived") / "focused", 8)


@pytest.fixture
def programs(server: str, tmp_path: Path) -> MailPrograms:
    """Return the mail programs of everybody."""
    return MailPrograms(server, tmp_path)


def test_some_are_left_with_the_timetable(focused: Living, programs: MailPrograms) -> None:
    """They have all their bookings when, where and as what they are, and nothing else, in whatever order mails come."""
    mails = mails_to(focused.folder, SOME)
    for order, shown in programs.after({order: put(mails) for order, put in ORDERS.items()}).items():
        assert differences(shown, wanted(focused, SOME), focused) == [], order


def test_it_would_be_noticed(focused: Living, programs: MailPrograms, tmp_path: Path) -> None:
    """A cancellation that is not sent, and a change that does not raise the SEQUENCE, leave calendars that differ."""
    mails = mails_to(focused.folder, ("l1",))
    cancelled = "l1.review-team-meeting_2.cancel.eml"
    changed = [mail for mail in mails if mail.name == "l1.review-team-meeting_1.request.eml"]
    faulty = {
        "no fault": mails,
        "no cancellation": [mail for mail in mails if mail.name != cancelled],
        "no SEQUENCE": [unraised(mail, tmp_path) if mail == changed[-1] else mail for mail in mails],
    }
    assert len(faulty["no cancellation"]) < len(mails)
    assert len(changed) > 1
    found = programs.after(faulty)
    meant = wanted(focused, ("l1",))
    assert [name for name, shown in found.items() if not differences(shown, meant, focused)] == ["no fault"]


def unraised(mail: Path, folder: Path) -> Path:
    """Write a mail whose SEQUENCE is that of the message before it, and return where."""
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    (part,) = (each for each in message.walk() if each.get_content_type() == "text/calendar")
    assert isinstance(part, email.message.EmailMessage)
    text = part.get_content()
    raised = next(line for line in text.splitlines() if line.startswith("SEQUENCE:"))
    fewer = f"SEQUENCE:{int(raised.removeprefix('SEQUENCE:')) - 1}"
    part.set_content(text.replace(raised, fewer), subtype="calendar", params={"method": "REQUEST"})
    copy = folder / mail.name
    copy.write_bytes(message.as_bytes())
    return copy


@pytest.mark.long
@pytest.mark.parametrize("name", CHAINS)
def test_everybody_is_left_with_the_timetable(name: str, programs: MailPrograms, tmp_path: Path) -> None:
    """The same for each address that anything was sent to, after all that can happen."""
    living = lived(name, tmp_path / name)
    mails = mails_to(living.folder)
    found = programs.after({f"{name}, {order}": put(mails) for order, put in ORDERS.items()})
    for order, shown in found.items():
        assert differences(shown, wanted(living), living) == [], order
