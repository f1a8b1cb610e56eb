"""A scenario folder, read and checked as a whole."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.review import Hold, HoldScope, Review
from ltsched.errors import InvalidReview
from ltsched.files.invitations.ledger_file import write_ledger
from ltsched.files.review.review_folder import read_review_folder, reading_window
from tests.support.invitations import ledger_of, line
from tests.support.shipped import SCENARIOS, shipped_review

REVIEW = """reference = "R-1"
option = "full"
commissioned = 2027-01-11
timezone = "Europe/London"
region = "GB-ENG"
[family]
approach = "letter"
"""
PEOPLE = """id,name,email,role,agency,conversation
l1,A,l1@x.example,lead-reviewer,,
l2,B,l2@x.example,lead-reviewer,,
t1,C,t1@x.example,review-team,Police,
p1,D,p1@x.example,case-group,Health,1
"""
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270101T000000Z\r\n"
    "DTSTART:20270201T090000Z\r\nDTEND:20270201T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "review"
    found.mkdir()
    (found / "review.toml").write_text(REVIEW, encoding="utf-8")
    (found / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return found


def told(folder: Path, option: str | None = None) -> list[str]:
    with pytest.raises(InvalidReview) as caught:
        read_review_folder(folder, option)
    return list(map(str, caught.value.mistakes))


def notices(review: Review) -> list[str]:
    return [str(notice) for notice in review.notices if not str(notice).startswith("no calendar")]


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


def test_an_option_that_is_not_utf_8_is_told_with_its_line(folder: Path) -> None:
    """It may be shared by many reviews: TOML is UTF-8, and it must be right."""
    (folder / "review.toml").write_text(REVIEW.replace('"full"', '"own.toml"'), encoding="utf-8")
    (folder / "own.toml").write_bytes('based-on = "full"\nsummary = "Zoë"\n'.encode("cp1252"))
    assert told(folder) == [
        "own.toml, line 2: a letter that is not in UTF-8 (byte 0xEB); expected a TOML file in UTF-8. Save it as UTF-8."
    ]


def test_another_option_can_be_asked_for(folder: Path) -> None:
    """A shipped one by name; what is unknown is told as if review.toml had said it."""
    assert read_review_folder(folder, "focused").option.name == "focused"
    assert 'Did you mean "focused"?' in told(folder, "focussed")[0]


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


def issued(folder: Path, *, uid: str = "1", reference: str = "R-1") -> None:
    """Write the ledger of a review in which an invitation with this UID was issued."""
    write_ledger(folder, ledger_of(line(uid=uid), reference=reference))


@pytest.mark.parametrize(("uid", "entries"), [("1", 0), ("2", 1)], ids=["its own", "another"])
def test_an_invitation_of_the_review_makes_nobody_busy(folder: Path, uid: str, entries: int) -> None:
    """Who has accepted one has it in the calendar, and can still be planned anew at that time."""
    (folder / "calendars").mkdir()
    (folder / "calendars" / "p1.ics").write_text(EVENT, encoding="utf-8")
    issued(folder, uid=uid)
    review = read_review_folder(folder)
    assert (review.diary("p1").entries, len(review.diary("p1").busy.pairs)) == (entries, entries)
    assert [text for text in notices(review) if text.startswith("not read")] == []


def test_a_broken_ledger_is_told(folder: Path) -> None:
    """Together with the mistakes of other files, after those of the tables."""
    (folder / "invitations.json").write_text("{", encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE.replace("case-group", "cases"), encoding="utf-8")
    people, ledger = told(folder)
    assert people.startswith("people.csv, line 5, role: ")
    assert ledger.startswith("invitations.json, line 1: not JSON: ")


def test_the_ledger_of_another_review_is_told(folder: Path) -> None:
    """A folder was copied, or the code name has changed."""
    issued(folder, reference="R-2")
    (mistake,) = told(folder)
    assert mistake.startswith('invitations.json, reference: "R-2"; expected "R-1", the reference of review.toml. If ')
