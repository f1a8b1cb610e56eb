"""`ltsched check DIR --diary ID`: what was read of one diary, to ring somebody up and compare; and --strict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ltsched
from ltsched.cli.exit_codes import ExitCode
from ltsched.domain.availability import Level
from tests.cli.conftest import Program, Ran
from tests.support.calendar_texts import calendar, event

CALENDAR = calendar(
    event("DTSTART;TZID=Europe/London:20270607T102000", "DTEND;TZID=Europe/London:20270607T110000"),
    event("DTSTART;VALUE=DATE:20270608", "DTEND;VALUE=DATE:20270610"),
    event("DTSTART:20270611T090000Z", "DURATION:PT1H", "STATUS:TENTATIVE"),
    event("DTSTART:20270614T090000Z", "DURATION:PT1H", "ATTENDEE;PARTSTAT=DECLINED:mailto:t3@council.example"),
    event("DTSTART:20270615T220000", "DTEND:20270616T060000"),
)
BROKEN = calendar(event("DTSTART:20270607T102000", "DTEND:20270607T090000"))


@pytest.fixture
def folder(program: Program, tmp_path: Path) -> Path:
    """Return a new review in which t3 has a calendar, and two days in busy.csv."""
    new_review = tmp_path / "review"
    assert program("new", new_review, "--commissioned", "2027-01-11").code == ExitCode.DONE
    (new_review / "calendars" / "t3.ics").write_bytes(CALENDAR.encode())
    (new_review / "busy.csv").write_text(
        "id,start,end,level,note\nt3,2027-06-17,2027-06-18,,Annual leave\n", encoding="utf-8"
    )
    return new_review


def done(program: Program, *arguments: object) -> Ran:
    """Run the program, which must end well."""
    ran = program(*arguments)
    assert ran.code == ExitCode.DONE, ran.err
    return ran


def test_lists_each_time_by_day_with_its_source(folder: Path, program: Program) -> None:
    """Also what was left out, with why; what lasts for days stands under each of them."""
    ran = done(program, "check", folder, "--diary", "t3")
    assert max(map(len, ran.out.splitlines())) <= 80
    rows = [" ".join(line.split()) for line in ran.out.splitlines() if "calendars/t3.ics" in line or "busy.csv" in line]
    assert rows == [
        "Mon 7 Jun 2027 10:20–11:00 busy calendars/t3.ics:4",
        "Tue 8 Jun 2027 all day busy calendars/t3.ics:8",
        "Wed 9 Jun 2027 all day busy calendars/t3.ics:8",
        "Fri 11 Jun 2027 10:00–11:00 if needed calendars/t3.ics:12",
        "Mon 14 Jun 2027 10:00–11:00 left out calendars/t3.ics:17, declined",
        "Tue 15 Jun 2027 22:00–24:00 busy calendars/t3.ics:22",
        "Wed 16 Jun 2027 00:00–06:00 busy calendars/t3.ics:22",
        "Thu 17 Jun 2027 all day busy, on leave busy.csv:2",
        "Fri 18 Jun 2027 all day busy, on leave busy.csv:2",
    ]


def test_is_there_as_json_and_in_the_library(folder: Path, program: Program) -> None:
    """Whole days go from midnight to midnight; what was left out stands apart."""
    found = json.loads(done(program, "check", folder, "--diary", "t3", "--json").out)
    assert found["diary"] == [
        {
            "start": "2027-06-07T10:20+01:00",
            "end": "2027-06-07T11:00+01:00",
            "level": "busy",
            "source": "calendars/t3.ics:4",
            "kind": "busy",
        },
        {
            "start": "2027-06-08T00:00+01:00",
            "end": "2027-06-10T00:00+01:00",
            "level": "busy",
            "source": "calendars/t3.ics:8",
            "kind": "busy",
        },
        {
            "start": "2027-06-11T10:00+01:00",
            "end": "2027-06-11T11:00+01:00",
            "level": "if-needed",
            "source": "calendars/t3.ics:12",
            "kind": "tentative",
        },
        {
            "start": "2027-06-15T22:00+01:00",
            "end": "2027-06-16T06:00+01:00",
            "level": "busy",
            "source": "calendars/t3.ics:22",
            "kind": "busy",
        },
        {
            "start": "2027-06-17T00:00+01:00",
            "end": "2027-06-19T00:00+01:00",
            "level": "busy",
            "source": "busy.csv:2",
            "kind": "leave",
        },
    ]
    assert [(each["source"], each["why"]) for each in found["left_out"]] == [("calendars/t3.ics:17", "declined")]
    times = ltsched.read_review(folder).diary("t3").times
    assert [time.level for time in times].count(Level.BUSY) == 4
    assert "Annual" not in f"{found}{times}"


def test_of_a_room_or_of_somebody_without_anything(folder: Path, program: Program) -> None:
    """A room may be asked about, too."""
    assert "nothing was read for these months" in done(program, "check", folder, "--diary", "r1").out


def test_of_nobody_is_wrong_use(folder: Path, program: Program) -> None:
    """With the id that may be meant."""
    ran = program("check", folder, "--diary", "t33")
    assert ran.code == ExitCode.WRONG_INPUT
    assert "nobody has the id 't33'" in ran.err
    assert 'Did you mean "t3"?' in ran.err


def test_covers_and_age_are_shown(folder: Path, program: Program) -> None:
    """For each calendar by itself."""
    out = done(program, "check", folder).out
    assert "3 calendars" in out
    assert "last entry 16 Jun 2027" in out
    assert "declined (1)" in out


def test_a_doubt_is_a_warning_and_to_strict_an_error(folder: Path, program: Program) -> None:
    """One entry never stops a review, unless somebody wants it to."""
    (folder / "calendars" / "t3.ics").write_bytes(BROKEN.encode())
    ran = program("check", folder)
    assert ran.code == ExitCode.DONE
    assert "calendars/t3.ics, line 4, DTEND (Mon 7 Jun 2027)" in ran.err
    for command in ("check", "plan", "compare"):
        strict = program(command, folder, "--strict")
        assert strict.code == ExitCode.WRONG_INPUT
        assert "calendars/t3.ics, line 4, DTEND: the entry starts at" in strict.err


def test_free_after_all_is_shown(folder: Path, program: Program) -> None:
    """In the list of times, as JSON, and by name among the people; it is nothing that was left out."""
    rows = "id,start,end,level,note\nt3,2027-06-08T14:00,2027-06-08T17:00,free,can come after all\n"
    (folder / "busy.csv").write_text(rows, encoding="utf-8")
    rows_shown = [" ".join(line.split()) for line in done(program, "check", folder, "--diary", "t3").out.splitlines()]
    assert "14:00–17:00 free after all busy.csv:2" in rows_shown
    found = json.loads(done(program, "check", folder, "--diary", "t3", "--json").out)
    assert [each["level"] for each in found["diary"] if each["source"] == "busy.csv:2"] == ["free"]
    assert [each["source"] for each in found["left_out"]] == ["calendars/t3.ics:17"]
    assert [one["id"] for one in found["people"] if one["freed_times"]] == ["t3"]
    assert "Free after all at times, by busy.csv: t3" in done(program, "check", folder).out
