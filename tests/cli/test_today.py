"""Today, on the command line: nothing before tomorrow, what is over stays, and a rehearsal says so everywhere."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ltsched.files.disk import clock
from tests.cli.conftest import Program
from tests.support.small_reviews import small_folder

ORGANISER = """[organiser]
name = "Review office"
email = "reviews@partnership.example"
"""
LOUD = "REHEARSAL: as if today were Wed 20 Jan 2027 (review.toml); nobody is invited"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A review of four people, commissioned on Monday 11 January 2027."""
    return small_folder(tmp_path / "review", ORGANISER)


def rehearse(folder: Path, day: str = "2027-01-20") -> None:
    path = folder / "review.toml"
    path.write_text(path.read_text().replace("timezone", f"today = {day}\ntimezone", 1))


def result(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "out" / "timetable.json").read_text())
    return found


def days(folder: Path) -> dict[str, str]:
    return {booking["activity"]: booking["start"][:10] for booking in result(folder)["bookings"]}


def test_nothing_is_planned_before_tomorrow(program: Program, folder: Path) -> None:
    """By the flag; the result tells the day."""
    assert program("plan", folder, "--today", "2027-01-20").code == 0
    assert min(days(folder).values()) == "2027-01-21"
    assert (result(folder)["today"], result(folder)["rehearsal"]) == ("2027-01-20", False)


def test_without_a_flag_it_is_the_clock(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the zone of the review."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 1, 20, 23, 30, tzinfo=UTC))
    assert program("plan", folder).code == 0
    assert result(folder)["today"] == "2027-01-20"


def test_a_day_that_is_none_is_wrong_use(program: Program, folder: Path) -> None:
    ran = program("plan", folder, "--today", "tomorrow")
    assert ran.code == 2
    assert "'tomorrow' is not a date; expected year-month-day" in ran.err


def test_after_invitations_the_past_stays_and_is_not_cancelled(program: Program, folder: Path) -> None:
    """A diary changes over what has been held, and over what is to come: only that moves, and only that is told."""
    program("plan", folder, "--today", "2027-01-11")
    program("invite", folder)
    before = result(folder)["bookings"]
    today = before[len(before) // 2]["start"][:10]
    (folder / "busy.csv").write_text(f"id,start,end\nl1,2027-01-11,{today}\nl1,{before[-1]['start'][:10]},\n")
    ran = program("plan", folder, "--afresh", "--today", today)
    assert ran.code == 0, ran.err
    after = result(folder)["bookings"]
    past = [booking for booking in before if booking["start"][:10] <= today]
    assert 0 < len(past) < len(before)
    assert after[: len(past)] == past
    assert all(booking["start"][:10] > today for booking in after[len(past) :])
    assert f"{len(past)} bookings lie on or before " in ran.err
    assert "(today)" in ran.out
    told = json.loads(program("invite", folder, "--dry-run", "--json").out)["messages"]
    assert told
    assert {message["activity"] for message in told}.isdisjoint(booking["activity"] for booking in past)


def test_what_people_were_told_is_over_though_a_later_plan_has_moved_it(program: Program, folder: Path) -> None:
    """The plan that nobody heard of does not count, and neither does one that is lost."""
    program("plan", folder, "--today", "2027-01-11")
    program("invite", folder)
    first = result(folder)["bookings"][0]
    timetable = folder / "out" / "timetable.json"
    timetable.write_text(timetable.read_text().replace(first["start"], "2027-02-01T09:00+00:00").replace(
        first["end"], "2027-02-01T11:00+00:00"))  # fmt: skip
    for lost in (False, True):
        if lost:
            timetable.unlink()
        assert program("plan", folder, "--afresh", "--today", first["start"][:10]).code == 0
        assert result(folder)["bookings"][0]["start"] == first["start"]
        assert program("invite", folder, "--dry-run", "--json").code == 0


def test_invitations_that_are_due_are_judged_on_the_day_of_the_plan(program: Program, folder: Path) -> None:
    """A plan of a week ago breaks no rule because a week has passed; the page does not say so either."""
    program("plan", folder, "--today", "2027-01-13")
    assert "breaks a rule" not in program("invite", folder).err
    assert json.loads(program("report", folder, "--json").out)["verified"] is True


def test_a_rehearsal_is_loud(program: Program, folder: Path) -> None:
    """On the screen before anything else, in the result, on every sheet, and on each page."""
    rehearse(folder)
    ran = program("plan", folder)
    assert ran.code == 0
    assert ran.out.startswith(f"{LOUD}.\n")
    assert max(map(len, ran.out.partition("Written to")[0].splitlines())) <= 80
    assert (result(folder)["rehearsal"], result(folder)["warnings"].count(LOUD)) == (True, 1)
    for name, only in (("report.html", ()), ("report-c1.html", ("--for", "c1"))):
        program("report", folder, *only)
        page = (folder / "out" / name).read_text()
        assert f'<p class="rehearsal" role="alert">{LOUD}.</p>' in page
        assert "ltsched invite" not in page
    with zipfile.ZipFile(folder / "out" / "timetable.xlsx") as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert all("&amp;C&amp;BREHEARSAL" in sheet and "<tabColor" in sheet for sheet in sheets)
        assert LOUD in book.read("xl/sharedStrings.xml").decode()
    assert f"warning: {LOUD}" in program("check", folder).err
    assert program("compare", folder, "--option", "focused").out.startswith(f"{LOUD}.\n")
    assert json.loads((folder / "out" / "comparison.json").read_text())["rehearsal"] is True


def test_a_real_plan_says_nothing_of_a_rehearsal(program: Program, folder: Path) -> None:
    program("plan", folder, "--today", "2027-01-20")
    program("report", folder)
    assert "REHEARSAL" not in (folder / "out" / "report.html").read_text()
    with zipfile.ZipFile(folder / "out" / "timetable.xlsx") as book:
        assert not any(b"REHEARSAL" in book.read(name) or b"<tabColor" in book.read(name) for name in book.namelist())


def test_nobody_is_invited_from_a_rehearsal(program: Program, folder: Path) -> None:
    """Nor once the line is gone, before the review is planned again; then they are."""
    path = folder / "review.toml"
    text = path.read_text()
    rehearse(folder)
    program("plan", folder)
    ran = program("invite", folder)
    assert ran.code == 2
    assert "review.toml, today: the review is a rehearsal" in ran.err
    assert "Take the line out of review.toml" in ran.err
    path.write_text(text)
    ran = program("invite", folder)
    assert ran.code == 2
    assert "timetable.json, rehearsal: true: it was planned as if today were 2027-01-20" in ran.err
    assert not (folder / "invitations.json").exists()
    program("plan", folder)
    assert program("invite", folder).code == 0


def test_what_is_over_is_marked(program: Program, folder: Path) -> None:
    """On the screen, the page and in the workbook; by check with its number."""
    program("plan", folder, "--today", "2027-01-11")
    last = result(folder)["bookings"][-1]["start"][:10]
    ran = program("plan", folder, "--afresh", "--today", last)
    assert ran.out.count("(over)") + ran.out.count("(today)") == len(result(folder)["bookings"])
    program("report", folder)
    page = (folder / "out" / "report.html").read_text()
    assert '<span class="over">over</span>' in page
    assert '<span class="over">today</span>' in page
    with zipfile.ZipFile(folder / "out" / "timetable.xlsx") as book:
        assert ">Over<" in book.read("xl/sharedStrings.xml").decode()
    checked = json.loads(program("check", folder, "--json", "--today", last).out)
    assert (checked["today"], checked["over"]) == (last, [each["activity"] for each in result(folder)["bookings"]])


def test_a_sweep_plans_from_the_later_of_start_and_today(program: Program, folder: Path) -> None:
    """A start that has passed is one of a review that has not begun yet; one that is to come is as ever."""
    asked = ("compare", folder, "--option", "focused", "--from", "2027-01-11", "--to", "2027-01-25", "--json")

    def points(*more: str) -> list[Any]:
        found: list[Any] = json.loads(program(*asked, *more).out)["points"]
        return found

    early = points("--today", "2026-12-01")
    late = points("--today", "2027-01-20")
    assert early[2] == late[2]
    assert [one["final_report"] for one in late[:2]] > [one["final_report"] for one in early[:2]]
    assert min(one["final_report"] for one in late) > "2027-01-21"


def test_a_new_folder_can_be_planned_whatever_the_year(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It begins next Monday, and has no day of its own."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2041, 5, 7, 12, tzinfo=UTC))
    folder = tmp_path / "new"
    assert program("new", folder, "--option", "focused").code == 0
    ran = program("plan", folder)
    assert ran.code == 0, ran.out + ran.err
    assert result(folder)["today"] == "2041-05-07"
    assert min(days(folder).values()) >= "2041-05-13"
    assert "REHEARSAL" not in ran.out


@pytest.mark.parametrize("year", [2020, 2050])
def test_the_scenarios_are_the_same_in_any_year(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    """The clock is not asked: they are rehearsals of a day of their own."""
    monkeypatch.setattr(clock, "now", lambda: datetime(year, 5, 7, 12, tzinfo=UTC))
    for folder in sorted((Path(__file__).parents[2] / "scenarios").glob("*/review.toml")):
        checked = json.loads(program("check", folder.parent, "--json").out)
        assert (checked["rehearsal"], checked["today"]) == (True, checked["commissioned"])
