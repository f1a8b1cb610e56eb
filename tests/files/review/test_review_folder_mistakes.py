"""What is wrong in the folder of a review is told: that of all files at once, in words, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.errors import InvalidReview
from ltsched.files.review.review_folder import read_review_folder
from tests.support.least_folder import EVENT, PEOPLE, REVIEW, least_folder, told
from tests.support.shipped import SCENARIOS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return least_folder(tmp_path / "review")


def test_an_option_that_is_not_utf_8_is_told_with_its_line(folder: Path) -> None:
    """It may be shared by many reviews: TOML is UTF-8, and it must be right."""
    (folder / "review.toml").write_text(REVIEW.replace('"full"', '"own.toml"'), encoding="utf-8")
    (folder / "own.toml").write_bytes('based-on = "full"\nsummary = "Zoë"\n'.encode("cp1252"))
    assert told(folder) == [
        "own.toml, line 2: a letter that is not in UTF-8 (byte 0xEB); expected a TOML file in UTF-8. Save it as UTF-8."
    ]


def test_mistakes_of_all_files_are_told_at_once_in_their_order(folder: Path) -> None:
    """review.toml, people, rooms, busy times, calendars; within a table by line."""
    (folder / "review.toml").write_text(REVIEW + "[customise]\njoint-meetngs = 1\n", encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE + "p2,,x,case-group,Health,1\n", encoding="utf-8")
    (folder / "rooms.csv").write_text("id,name,capacity\nr1,Hall,no\n", encoding="utf-8")
    (folder / "busy.csv").write_text("id,start,end\nr2,2027-02-01,2027-02-01\n", encoding="utf-8")
    (folder / "calendars").mkdir()
    (folder / "calendars" / "x9.ics").touch()
    places = [mistake.split(":")[0] for mistake in told(folder)]
    assert places == [
        "review.toml, customise.joint-meetngs",
        "people.csv, line 6, name",
        "people.csv, line 6, email",
        "people.csv, line 6, conversation",
        "rooms.csv, line 2, capacity",
        "busy.csv, line 2, id",
        "calendars/x9.ics",
    ]


def test_numbers_are_checked_though_the_option_is_unknown(folder: Path) -> None:
    """They are the same words in every option."""
    text = REVIEW.replace('"full"', '"ful"') + "[customise]\njoint-meetngs = 1\n"
    (folder / "review.toml").write_text(text, encoding="utf-8")
    option, number = sorted(told(folder), key=lambda mistake: "customise" in mistake)
    assert 'option: "ful"' in option
    assert "customise.joint-meetngs: unknown key" in number


def test_unreadable_people_are_told_once(folder: Path) -> None:
    """Not again for each id elsewhere that could have been one of theirs."""
    activity = '[[activity]]\nid = "x"\ntitle = "X"\nminutes = 60\nmust = ["p1"]\n'
    hold = '[[hold]]\nscope = "person:p1"\nfrom = 2027-03-01\n'
    (folder / "review.toml").write_text(REVIEW + activity + hold, encoding="utf-8")
    (folder / "people.csv").write_bytes(b"\x00")
    (folder / "rooms.csv").write_text("id,name,capacity\nr1,Hall,30\n", encoding="utf-8")
    (folder / "busy.csv").write_text("id,start,end\np1,2027-02-01,2027-02-01\n", encoding="utf-8")
    (folder / "calendars").mkdir()
    (folder / "calendars" / "p1.ics").write_text(EVENT, encoding="utf-8")
    assert [mistake.split(":")[0] for mistake in told(folder)] == ["people.csv"]


def test_what_is_no_folder_of_a_review_is_told(folder: Path, tmp_path: Path) -> None:
    """It does not exist, it is a file, or it has neither of the files that are needed."""
    assert "it does not exist; expected a folder with review.toml and people.csv" in told(tmp_path / "nowhere")[0]
    assert "it is not a folder" in told(folder / "people.csv")[0]
    assert "cannot be read" in told(Path("a\0b"))[0] or "does not exist" in told(Path("a\0b"))[0]
    (tmp_path / "empty").mkdir()
    assert [mistake.split(":")[0] for mistake in told(tmp_path / "empty")] == ["review.toml", "people.csv"]


def test_a_folder_in_the_place_of_a_file_is_told(folder: Path) -> None:
    """No traceback."""
    (folder / "people.csv").unlink()
    (folder / "people.csv").mkdir()
    assert told(folder) == ["people.csv: not a file; expected a text file."]


def test_a_link_that_leads_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    """Also for the tables; a link to the folder itself is no matter."""
    (tmp_path / "linked").symlink_to(folder)
    assert read_review_folder(tmp_path / "linked").reference == "R-1"
    (folder / "people.csv").rename(tmp_path / "people.csv")
    (folder / "people.csv").symlink_to(tmp_path / "people.csv")
    assert "people.csv: it is a link that leads out of the folder" in told(folder)[0]


def test_a_review_needs_a_lead_reviewer(folder: Path) -> None:
    """None is a mistake; a role that is not understood may have been meant as one."""
    (folder / "people.csv").write_text(PEOPLE.replace("lead-reviewer", "family"), encoding="utf-8")
    assert told(folder) == [
        "people.csv, role: nobody is a lead reviewer; expected at least one person with the role lead-reviewer."
    ]
    (folder / "people.csv").write_text(PEOPLE.replace("lead-reviewer", "lead-reviwer"), encoding="utf-8")
    assert all("unknown role" in mistake for mistake in told(folder))


ODD_VALUES = (
    *("nan", "-1", "1e400", "true", "[]", "{}", "''", "[[]]", "[{}]", "[1, 'a']", "{ a = { b = 1 } }", "07:32:00"),
    *("1979-05-27T07:32:00Z", "9999-12-31", "0001-01-01", r'"\u0000"', r'"\u001b[2J"', "0x" + "F" * 4000),
)
FULLEST = ("themed", "mid-range")


@given(st.sampled_from(FULLEST), st.lists(st.tuples(st.integers(0, 99), st.sampled_from(ODD_VALUES)), max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_value_anywhere_is_understood_or_told(
    tmp_path_factory: pytest.TempPathFactory, name: str, changes: list[tuple[int, str]]
) -> None:
    """Each mistake on one line that can be shown, and never a traceback."""
    folder = tmp_path_factory.mktemp("odd")
    lines = (SCENARIOS / name / "review.toml").read_text(encoding="utf-8").splitlines()
    with_keys = [number for number, line in enumerate(lines) if "=" in line]
    for place, value in changes:
        number = with_keys[place % len(with_keys)]
        lines[number] = lines[number].split("=")[0] + "= " + value
    (folder / "review.toml").write_text("\n".join(lines), encoding="utf-8")
    (folder / "people.csv").write_bytes((SCENARIOS / name / "people.csv").read_bytes())
    mistakes: list[str] = []
    try:
        read_review_folder(folder)
    except InvalidReview as error:
        mistakes += map(str, error.mistakes)
    assert [mistake for mistake in mistakes if not mistake.isprintable()] == []


def test_garbage_is_cut_short(folder: Path) -> None:
    """Thousands of bad rows end in two hundred mistakes and a word that there are more."""
    (folder / "busy.csv").write_text("id,start,end\n" + "x,y,z\n" * 5000, encoding="utf-8")
    mistakes = told(folder)
    assert len(mistakes) == 201
    assert "further ones are not listed" in mistakes[-1]
