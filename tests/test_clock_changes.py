"""From a folder to its files where the clocks change and where Christmas lies: against instants worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import ltsched
from tests.support.events import events_of

OPTION = """based-on = "common"
without = ["set-up", "introduction", "conversation", "family-conversation", "review-team-meeting", "joint-meeting"]
title = "Two meetings"
[numbers]
lead-in-weeks = 0
span-weeks = 8
[[activity]]
id = "before"
kind = "other"
title = "Before"
minutes = 120
must = ["lead-reviewer"]
expected = ["review-team"]
[[activity]]
id = "after"
kind = "other"
title = "After"
minutes = 120
must = ["lead-reviewer"]
expected = ["review-team"]
[[order]]
before = ["before"]
after = ["after"]
[shape]
kind = "early"
"""
PEOPLE = """id,name,email,role,agency
l1,A,l1@x.example,lead-reviewer,
l2,B,l2@x.example,review-team,Police
"""


def planned(
    folder: Path, commissioned: str, days_off: Sequence[tuple[str, str]], busy_utc: Sequence[tuple[str, str]]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Plan a review of two meetings of one lead reviewer, who is away on some days and busy at some times.

    Return timetable.json and the calendars, as they were written.
    """
    folder.mkdir()
    (folder / "two.toml").write_text(OPTION)
    (folder / "people.csv").write_text(PEOPLE)
    (folder / "review.toml").write_text(
        f'reference = "R-1"\noption = "two.toml"\ncommissioned = {commissioned}\ntimezone = "Europe/London"\n'
        'region = "GB-ENG"\n[family]\napproach = "declined"\n'
    )
    rows = [f"l1,{first},{last},busy" for first, last in days_off]
    (folder / "busy.csv").write_text("\n".join(["id,start,end,level", *rows, ""]))
    events = [
        f"BEGIN:VEVENT\r\nUID:{start}\r\nDTSTART:{start}\r\nDTEND:{end}\r\nEND:VEVENT\r\n" for start, end in busy_utc
    ]
    (folder / "calendars").mkdir()
    text = "".join(["BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\n", *events, "END:VCALENDAR\r\n"])
    (folder / "calendars" / "l1.ics").write_bytes(text.encode())
    review = ltsched.read_review(folder)
    result = ltsched.plan(review)
    assert result.timetable is not None, result.reasons
    ltsched.write(result, folder / "out")
    calendars = {path.stem: path.read_bytes() for path in (folder / "out" / "calendars").iterdir()}
    return json.loads((folder / "out" / "timetable.json").read_text()), calendars


def instants(calendar: bytes) -> list[tuple[datetime, datetime]]:
    """Return when the entries of a calendar start and end, in UTC, in order."""
    events = events_of(calendar)
    return sorted((event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC)) for event in events)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_clocks_go_forward_on_28_march_2027(tmp_path: Path) -> None:
    """The diary, in UTC, leaves 10 to 12 o'clock on the last working day before (Easter!) and the first one after."""
    written, calendars = planned(
        tmp_path / "review",
        "2027-03-01",
        [("2027-03-01", "2027-03-24")],
        [
            ("20270325T080000Z", "20270325T100000Z"),
            ("20270325T120000Z", "20270330T090000Z"),
            ("20270330T110000Z", "20270330T170000Z"),
        ],
    )
    assert [(each["activity"], each["start"], each["end"]) for each in written["bookings"]] == [
        ("before", "2027-03-25T10:00+00:00", "2027-03-25T12:00+00:00"),
        ("after", "2027-03-30T10:00+01:00", "2027-03-30T12:00+01:00"),
    ]
    expected = [
        (utc("2027-03-25T10:00"), utc("2027-03-25T12:00")),
        (utc("2027-03-30T09:00"), utc("2027-03-30T11:00")),
    ]
    assert {id: instants(calendar) for id, calendar in calendars.items()} == {"l1": expected, "l2": expected}


def test_the_clocks_go_back_on_31_october_2027(tmp_path: Path) -> None:
    """10 o'clock is 9 in UTC on the Friday before, and 10 on the Monday after."""
    written, calendars = planned(
        tmp_path / "review",
        "2027-10-04",
        [("2027-10-04", "2027-10-28")],
        [
            ("20271029T070000Z", "20271029T090000Z"),
            ("20271029T110000Z", "20271101T100000Z"),
            ("20271101T120000Z", "20271101T170000Z"),
        ],
    )
    assert [(each["activity"], each["start"], each["end"]) for each in written["bookings"]] == [
        ("before", "2027-10-29T10:00+01:00", "2027-10-29T12:00+01:00"),
        ("after", "2027-11-01T10:00+00:00", "2027-11-01T12:00+00:00"),
    ]
    expected = [
        (utc("2027-10-29T09:00"), utc("2027-10-29T11:00")),
        (utc("2027-11-01T10:00"), utc("2027-11-01T12:00")),
    ]
    assert {id: instants(calendar) for id, calendar in calendars.items()} == {"l1": expected, "l2": expected}


WITHOUT_LEAVE = {
    # 14–17, 20–24 and 29–31 December, 4–7 and 10–13 January: bank holidays are 27 and 28 December and 3 January.
    "draft-report": "2028-01-13",
    # 14, 17–21, 24–27 January.
    "comments": "2028-01-27",
    "final-report": "2028-01-27",
    # 28 and 31 January, 1–4, 7–11, 14–18 and 21–24 February.
    "response": "2028-02-24",
    "publication": "2028-02-24",
}
WITH_LEAVE = {
    # The three days of leave are made up for by 14, 17 and 18 January.
    "draft-report": "2028-01-18",
    "comments": "2028-02-01",
    "final-report": "2028-02-01",
    "response": "2028-02-29",
    "publication": "2028-02-29",
}


@pytest.mark.parametrize(
    ("leave", "dates"), [([], WITHOUT_LEAVE), ([("2027-12-29", "2027-12-31")], WITH_LEAVE)], ids=["no leave", "leave"]
)
def test_milestones_across_christmas_2027(
    tmp_path: Path, leave: list[tuple[str, str]], dates: Mapping[str, str]
) -> None:
    """The last meeting is on 13 December: twenty working days to the draft, ten for comments, twenty to the response.

    Christmas Day, Boxing Day and New Year's Day are at weekends that year, and made up for afterwards.
    """
    away = [("2027-12-01", "2027-12-12"), *leave]
    written, _ = planned(tmp_path / "review", "2027-12-01", away, [])
    assert {each["start"][:10] for each in written["bookings"]} == {"2027-12-13"}
    assert {each["id"]: each["date"] for each in written["milestones"]} == dates
