"""A scenario folder, read and checked as a whole."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from ltsched.domain.review import Hold, HoldScope
from ltsched.files.review.review_folder import read_review_folder, reading_window
from tests.support.least_folder import EVENT, PEOPLE, REVIEW, least_folder, notices, told
from tests.support.shipped import SCENARIOS, shipped_review


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return least_folder(tmp_path / "review")


@pytest.mark.parametrize("name", ["full", "intensive", "speed-plus", "mid-range", "focused", "themed"])
def test_every_shipped_scenario_is_read(name: str) -> None:
    """Without a mistake, under the option that it is named for."""
    review = shipped_review(name)
    assert review.option.name == name
    assert review.folder == SCENARIOS / name
    assert len(review.people) >= 20


def test_the_least_review_is_two_files(folder: Path) -> None:
    """Nothing else is needed; those without a calendar are named."""
    review = read_review_folder(folder)
    assert [person.id for person in review.people] == ["l1", "l2", "t1", "p1"]
    assert (review.rooms, review.diaries, review.holds) == ((), {}, ())
    assert {date(2027, 3, 29), date(2031, 1, 1)} <= review.holidays
    assert [str(notice) for notice in review.notices] == [
        f"no calendar for {id}: planned by working hours alone" for id in ("l1", "l2", "t1", "p1")
    ]


def test_calendars_and_busy_times_come_together(folder: Path) -> None:
    """A person with both, a room, and the local zone of busy.csv."""
    (folder / "rooms.csv").write_text("id,name,capacity\nr1,Hall,30\n", encoding="utf-8")
    (folder / "busy.csv").write_text("id,start,end\np1,2027-02-01 10:00,2027-02-01 11:00\n", encoding="utf-8")
    (folder / "calendars").mkdir()
    (folder / "calendars" / "p1.ics").write_text(EVENT, encoding="utf-8")
    review = read_review_folder(folder)
    diary = review.diary("p1")
    assert (diary.entries, diary.has_calendar, diary.busy.minutes(), len(diary.busy.pairs)) == (2, True, 120, 1)
    assert "no calendar for r1: taken as free" in map(str, review.notices)


def test_files_that_are_not_utf_8_are_read_and_told_once_each(folder: Path) -> None:
    """Of every file of the administrator; the calendars of others are none of theirs."""
    texts = {
        "review.toml": REVIEW + "# Zoë’s review\n",
        "people.csv": PEOPLE.replace(",A,", ",Zoë,"),
        "rooms.csv": "id,name,capacity\nr1,Café,9\nr2,Café 2,9\n",
        "busy.csv": "id,start,end,note\nl1,2027-02-01,,Zoë\n",
    }
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode("cp1252"))
    review = read_review_folder(folder)
    assert (review.people[0].name, review.rooms[0].name) == ("Zoë", "Café")
    expected = [f"{name} was read as Windows-1252; save it as UTF-8 to be sure" for name in texts]
    assert sorted(text for text in notices(review) if "was read as" in text) == sorted(expected)


def test_another_option_can_be_asked_for(folder: Path) -> None:
    """A shipped one by name; what is unknown is told as if review.toml had said it."""
    assert read_review_folder(folder, "focused").option.name == "focused"
    assert 'Did you mean "focused"?' in told(folder, "focussed")[0]


@pytest.mark.parametrize(
    ("family", "notice"),
    [
        ("", "how the family is involved is not recorded"),
        ('[family]\napproach = "undecided"', "how the family is involved is undecided"),
        ('[family]\napproach = "conversation"', "nobody has the role family: no conversation"),
        ('[family]\napproach = "declined"', None),
    ],
)
def test_what_is_open_about_the_family_is_told(folder: Path, family: str, notice: str | None) -> None:
    """Whatever was decided is silent, what is still open is not."""
    (folder / "review.toml").write_text(REVIEW.partition("[family]")[0] + family, encoding="utf-8")
    found = notices(read_review_folder(folder))
    assert len(found) == (notice is not None)
    assert notice is None or found[0].startswith(notice)


def test_calendars_are_read_further_than_planning_looks() -> None:
    """Two years at least; more for a long review and for holds, and a hold without end adds nothing."""
    day = date(2027, 1, 11)
    assert reading_window(day, None, ()) == (date(2027, 1, 10), date(2029, 1, 8))
    open_end = Hold(HoldScope.REVIEW, "", day, None, "")
    assert reading_window(day, None, (open_end,)) == reading_window(day, None, ())
    long = Hold(HoldScope.REVIEW, "", day, date(2029, 1, 10), "")
    assert reading_window(day, None, (long,))[1] == date(2029, 5, 7)


def test_reading_two_files_loads_no_solver_and_no_tables(folder: Path) -> None:
    """``ltsched check`` stays quick; modules that this process has loaded before do not count."""
    import subprocess

    code = (
        "import sys; from pathlib import Path; from ltsched.files.review.review_folder import read_review_folder;"
        f"read_review_folder(Path({str(folder)!r}));"
        "print(sorted({'ortools', 'pandas', 'icalendar'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=600, cwd=root, check=True
    )
    assert run.stdout.strip() == "[]"
