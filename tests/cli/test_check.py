"""`ltsched check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ltsched.domain.reasons import Reason
from ltsched.solve.early.prospect import Early
from tests.cli.conftest import Program

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture
def folder(program: Program, tmp_path: Path) -> Path:
    """Return the folder of a small review."""
    made = tmp_path / "review"
    assert program("new", made, "--commissioned", "2027-01-11").code == 0
    return made


def changed(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def test_what_was_read_is_echoed_back(program: Program, folder: Path) -> None:
    """Each person has a row with role, agency, hours, and how many entries were read."""
    ran = program("check", folder)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    people = ran.out.partition("calendars\n")[0]
    rows = {row.split()[0]: row.split() for row in people.splitlines() if row.strip()}
    assert rows["t2"][-6:] == ["NHS", "trust", "40", "53", "–", "95%"]  # 52 weekly meetings and one training
    assert rows["c2"][-4:-1] == ["27.5", "1", "1"]
    assert "none" in rows["c4"]
    assert "Ranked for conversations: c1, c2, c3, c4" in ran.out
    assert "Essential: l1, l2" in ran.out
    assert "No mistakes found." in ran.out


def test_warnings_are_on_stderr_and_quiet_silences_them(program: Program, folder: Path) -> None:
    """Somebody without a calendar is told of."""
    said = program("check", folder).err
    assert "warning: no calendar for c4: planned by working hours alone" in said
    assert "undecided" in said
    assert program("check", folder, "--quiet").err == ""


def test_changed_numbers_stand_beside_those_of_the_option(program: Program, folder: Path) -> None:
    changed(folder, "review.toml", "# joint-meeting-minutes = 360", "joint-meeting-minutes = 300")
    ran = program("check", folder)
    assert "joint-meeting-minutes  300 minutes  360 minutes" in ran.out


def test_a_number_without_effect_is_said_to_have_none(program: Program, folder: Path) -> None:
    changed(folder, "review.toml", "[customise]", "[customise]\naudit-minutes = 60")
    ran = program("check", folder)
    assert "nothing in this option uses it" in " ".join(ran.out.split())


def test_holds_are_echoed_back(program: Program, folder: Path) -> None:
    with (folder / "review.toml").open("a") as file:
        file.write('\n[[hold]]\nscope = "publication"\nfrom = 2027-06-01\nreason = "[trial]"\n')
    ran = program("check", folder)
    assert "publication  Tue 1 Jun 2027  open-ended  [trial]" in ran.out
    assert "the hold on publication from 2027-06-01 has no end" in ran.err


def test_a_hold_on_the_review_without_end_is_a_warning(program: Program, folder: Path) -> None:
    """Planning will refuse it, so the check says so already."""
    with (folder / "review.toml").open("a") as file:
        file.write('\n[[hold]]\nscope = "review"\nfrom = 2027-06-01\n')
    assert "the hold on the review from 2027-06-01 has no end" in program("check", folder).err


@pytest.mark.parametrize("table", ["audit", "focused-review"])
def test_a_table_for_a_stage_that_the_option_does_not_have_is_a_warning(
    program: Program, folder: Path, table: str
) -> None:
    """Nothing that somebody wrote is ignored without a word."""
    with (folder / "review.toml").open("a") as file:
        file.write(f'\n[[{table}]]\nid = "f1"\n')
    warning = f"[[{table}]] has no effect in Full"
    assert warning in program("check", folder).err
    assert warning not in program("check", folder, "--option", "themed").err


def test_another_option_can_be_tried(program: Program, folder: Path) -> None:
    """--option takes the place of what review.toml says."""
    document = json.loads(program("check", folder, "--option", "focused", "--json").out)
    assert document["option"] == "focused"
    assert "conversation" not in document["activities"]


def test_all_mistakes_are_told_at_once(program: Program, folder: Path) -> None:
    """Each with its file and line or key, what was found and what would be right."""
    changed(folder, "review.toml", 'kind = "practice-review"', 'kind = "practise-review"\ncolour = 3')
    changed(
        folder, "people.csv", "c1,Social Worker,c1@council.example,case-group", "c1,Social Worker,c1@council,case-grp"
    )
    ran = program("check", folder)
    assert ran.code == 2
    assert ran.out == ""
    assert "mistakes\n" in ran.err
    assert 'Did you mean "practice-review"?' in ran.err
    assert "review.toml, colour: unknown key" in ran.err
    assert "people.csv, line 8, role" in ran.err


def test_mistakes_as_json(program: Program, folder: Path) -> None:
    changed(folder, "people.csv", ",case-group,Council,,,1,", ",case-grp,Council,,,1,")
    ran = program("check", folder, "--json")
    assert ran.code == 2
    document = json.loads(ran.out)
    assert document["status"] == "invalid"
    first = document["mistakes"][0]
    assert set(first) == {"path", "line", "where", "found", "expected", "hint"}
    assert (first["path"], first["line"], first["where"]) == ("people.csv", 8, "role")


def test_a_folder_that_is_not_there_is_wrong_input(program: Program, tmp_path: Path) -> None:
    ran = program("check", tmp_path / "nowhere")
    assert ran.code == 2
    assert "does not exist" in ran.err


def test_what_people_wrote_cannot_act_on_the_terminal(program: Program, folder: Path) -> None:
    """Markup in a name is shown as it stands."""
    changed(folder, "people.csv", "Class Teacher", "[bold]Eve[/] \u202exe")
    ran = program("check", folder)
    out = ran.out + ran.err
    assert "\u202e" not in out
    assert "\x1b" not in out


@pytest.mark.parametrize("name", ["full", "themed"])
def test_shipped_scenarios_have_no_mistakes(program: Program, name: str) -> None:
    ran = program("check", SCENARIOS / name, "--json", "-q")
    assert ran.code == 0
    assert json.loads(ran.out)["status"] == "valid"


def test_what_is_close_to_impossible_is_a_warning(program: Program) -> None:
    """With names and weekdays on the screen; in JSON it is data with ids."""
    folder = SCENARIOS / "full"
    said = program("check", folder).err
    assert "warning: review-team meeting 3 has 2 possible days: Thu 15 Apr, Fri 16 Apr 2027" in said
    document = json.loads(program("check", folder, "--json").out)
    (close,) = document["close"]
    assert close == {
        "rule": "days",
        "ids": ["review-team-meeting:3"],
        "dates": ["2027-04-15", "2027-04-16"],
        "numbers": {"days": 2},
        "text": "review-team-meeting:3 has 2 possible days: Thu 15 Apr, Fri 16 Apr 2027",
        "cure": None,
    }
    assert not any("possible days" in text for text in document["warnings"])


@pytest.mark.parametrize("name", ["full", "intensive", "speed-plus", "mid-range", "focused", "themed"])
def test_what_is_possible_is_not_flooded(program: Program, name: str) -> None:
    """At most two warnings of that kind for each of the shipped scenarios, and none that it is impossible."""
    document = json.loads(program("check", SCENARIOS / name, "--json").out)
    assert len(document["close"]) <= 2
    assert not any("nothing fits" in close["text"] for close in document["close"])


def test_what_is_impossible_by_looking_alone_says_how_to_go_on(program: Program, folder: Path) -> None:
    """Nobody has ten hours in a day: the folder and the option of the next command are those of this one."""
    changed(folder, "review.toml", "# joint-meeting-minutes = 360", "joint-meeting-minutes = 600")
    said = program("check", folder, "--option", "mid-range").err
    assert "warning: nothing fits as it stands: joint meeting" in said
    assert f"`ltsched explain {folder} --option mid-range` says why, and what would help" in said


def test_the_closest_are_shown_and_the_rest_is_counted(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not more than a screenful."""
    reasons = tuple(Early(Reason("days", f"meeting {number} is close"), 0.1) for number in range(1, 9))
    monkeypatch.setattr("ltsched.solve.early.warnings.early_warnings", lambda *_, **__: reasons)
    said = program("check", folder).err
    assert "meeting 5 is close" in said
    assert "meeting 6 is close" not in said
    assert "warning: 3 more are close to impossible: ltsched check --json has all" in said
    assert len(json.loads(program("check", folder, "--json").out)["close"]) == 8
