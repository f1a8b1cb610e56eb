"""The scenarios are what their script makes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCENARIOS = Path(__file__).parents[2] / "scenarios"
LARGEST_CALENDAR_BYTES = 16_000


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder by path, without what a run of ltsched has put there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] != "out"
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what the script makes in a folder in which somebody has planned, and changed a calendar."""
    folder = tmp_path_factory.mktemp("scenarios")
    (folder / "full" / "calendars").mkdir(parents=True)
    (folder / "full" / "calendars" / "gone.ics").write_text("old")
    (folder / "full" / "out").mkdir()
    (folder / "full" / "out" / "timetable.json").write_text("{}")
    subprocess.run([sys.executable, "-B", str(SCENARIOS / "make.py"), str(folder)], check=True, timeout=600)
    return folder


@pytest.mark.parametrize("name", ["full", "intensive", "speed-plus", "mid-range", "focused", "themed", "impossible"])
def test_what_is_shipped_is_what_the_script_makes(made: Path, name: str) -> None:
    """Byte for byte: nobody changes a scenario by hand, and the seed gives the same diaries everywhere."""
    expected = files(made / name)
    shipped = files(SCENARIOS / name)
    assert sorted(shipped) == sorted(expected)
    assert [path for path in expected if shipped[path] != expected[path]] == []


def test_a_second_run_leaves_results_alone(made: Path) -> None:
    """The script replaces the calendars of a scenario and nothing that a plan has written beside them."""
    assert (made / "full" / "out" / "timetable.json").read_text() == "{}"
    assert not (made / "full" / "calendars" / "gone.ics").exists()
    assert files(made / "full") == files(SCENARIOS / "full")


def test_no_calendar_is_large(made: Path) -> None:
    """Diaries are told by repeating entries as far as they repeat, so that the repository stays small."""
    sizes = {path.name: path.stat().st_size for path in made.rglob("*.ics")}
    assert max(sizes.values()) <= LARGEST_CALENDAR_BYTES


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART;TZID=GMT Standard Time:",
        "DTSTART;TZID=Europe/London:",
        "DTSTART;VALUE=DATE:",
        "RRULE:FREQ=WEEKLY;.*INTERVAL=2",
        "RRULE:FREQ=MONTHLY;.*BYDAY=",
        "RRULE:FREQ=DAILY;.*INTERVAL=10",
        "EXDATE;",
        "RECURRENCE-ID",
        "STATUS:CANCELLED",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
    ],
)
def test_the_diaries_have_every_kind_of_entry(line: str) -> None:
    """Whoever tries a scenario tries all that real exports have: zones, repetitions, exceptions, cancelled entries."""
    assert any(re.search(line, path.read_text(encoding="utf-8")) for path in SCENARIOS.glob("*/calendars/*.ics"))


def test_some_times_are_in_utc_and_some_float() -> None:
    """Both ways of writing a time without naming a zone are in the shipped calendars."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCENARIOS.glob("*/calendars/*.ics"))
    assert re.search(r"^DTSTART:\d{8}T\d{6}Z\r?$", text, re.MULTILINE)
    events = text.split("BEGIN:VEVENT")
    assert any(re.search(r"^DTSTART:\d{8}T\d{6}\r?$", event, re.MULTILINE) for event in events[1:])
