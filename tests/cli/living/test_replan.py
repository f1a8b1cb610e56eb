"""`ltsched replan`: what it would cost is said first; nothing is written that nobody has agreed to."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

import ltsched
from tests.cli.conftest import Program
from tests.support.three_weeks_later import TODAY, add_lines, announced, away, now_read, taken_out

DAY = ("--today", TODAY.isoformat())


@pytest.fixture(scope="module")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return scenarios/focused, announced; it is only copied."""
    return announced("focused", tmp_path_factory.mktemp("replan") / "focused")


@pytest.fixture
def folder(tmp_path: Path, under_way: Path) -> Path:
    """Return a copy of that folder."""
    return Path(shutil.copytree(under_way, tmp_path / "review"))


def state(folder: Path) -> dict[str, str]:
    """Return what every file of a folder holds."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def last(folder: Path) -> tuple[str, str]:
    """Return the last activity of the timetable, and the day on which it lies."""
    found = json.loads((folder / "out" / "timetable.json").read_text(encoding="utf-8"))["bookings"][-1]
    return found["activity"], found["start"][:10]


def lead_away(folder: Path) -> str:
    """Take the first lead reviewer away on the day of the last booking, and return its activity."""
    activity, day = last(folder)
    away_rows = folder / "busy.csv"
    if not away_rows.exists():
        away_rows.write_text("id,start,end,level,note\n", encoding="utf-8")
    away(folder, now_read(folder).with_role(ltsched.read_review(folder).people[0].roles[0])[0].id, day, day)
    return activity


def test_without_a_change_nothing_changes(program: Program, folder: Path) -> None:
    """Not a byte, and it says so; as JSON, too."""
    before = state(folder)
    ran = program("replan", folder, *DAY, "--yes")
    assert ran.code == 0
    assert "Nothing has to change." in ran.out
    assert "Nothing was written: the timetable is as it was." in ran.out
    told = json.loads(program("replan", folder, *DAY, "--yes", "--json").out)
    assert (told["unchanged"], told["written"], told["messages"]) == (True, False, [])
    assert state(folder) == before


def test_where_nobody_can_be_asked_it_has_to_be_said(program: Program, folder: Path) -> None:
    """Neither written nor only looked at: that is wrong use, told before any work."""
    ran = program("replan", folder, *DAY)
    assert ran.code == 2
    assert "add --yes to write what comes out, or --dry-run to see it first" in ran.err


def test_a_change_is_told_with_its_cost_before_it_is_written(program: Program, folder: Path) -> None:
    """From when to when, why, who is told; 80 columns; a dry run writes nothing, and then `invite` says just that."""
    activity = lead_away(folder)
    before = state(folder)
    ran = program("replan", folder, *DAY, "--dry-run")
    assert ran.code == 0
    assert "It costs: 1 moved, " in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines() if "ltsched replan" not in line)
    assert state(folder) == before
    told = json.loads(program("replan", folder, *DAY, "--yes", "--json").out)
    (moved,) = [change for change in told["changes"] if change["kind"] == "moved"]
    assert moved["activity"] == activity
    assert "is not free any more" in moved["why"]
    assert told["written"]
    due = json.loads(program("invite", folder, "--dry-run", "--json").out)["messages"]
    assert {(one["recipient"], one["activity"]) for one in due} == {
        (one["recipient"], one["activity"]) for one in told["messages"]
    }
    assert program("replan", folder, *DAY, "--dry-run").out.count("Nothing has to change.") == 1


def test_what_is_pinned_stays(program: Program, folder: Path) -> None:
    """Though somebody is not free any more: that is a warning; before a day, and one booking."""
    activity = lead_away(folder)
    for flags in (("--pin", activity), ("--until", "2028-01-01")):
        ran = program("replan", folder, *DAY, "--dry-run", *flags)
        assert ran.code == 0
        assert "Nothing has to change." in ran.out
        assert "warning: " in ran.err


def test_a_booking_is_moved_by_hand(program: Program, folder: Path) -> None:
    """To the minute that is asked for."""
    activity, day = last(folder)
    told = json.loads(program("replan", folder, *DAY, "--dry-run", "--json", "--move", f"{activity}={day}T09:10").out)
    (change,) = [one for one in told["changes"] if one["activity"] == activity]
    assert (change["kind"], change["to"][:16], change["why"]) == ("moved", f"{day}T09:10", "it was agreed so")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--pin", "joint-meting:1"), 'there is no "joint-meting:1"'),
        (("--free", "nothing"), 'there is no "nothing"'),
        (("--move", "joint-meeting:1"), "expected ACTIVITY=START, such as"),
        (("--move", "joint-meeting:1=13 May"), "expected ACTIVITY=START, such as"),
        (("--replace", "t1"), "expected OLD=NEW, two ids of people.csv"),
        (("--replace", "t1=nobody"), 'nobody has the id "nobody"'),
    ],
)
def test_what_cannot_be_meant_is_named(program: Program, folder: Path, flags: tuple[str, str], said: str) -> None:
    """With what would be right; nothing is planned."""
    ran = program("replan", folder, *DAY, "--dry-run", *flags)
    assert ran.code == 2
    assert said in ran.err


def test_without_a_timetable_there_is_nothing_to_plan_again(program: Program, folder: Path) -> None:
    """It says what to type."""
    shutil.rmtree(folder / "out")
    ran = program("replan", folder, *DAY, "--dry-run")
    assert ran.code == 2
    assert "ltsched plan" in ran.err
    assert "needs --afresh" in ran.err  # or `plan` would only send back to `replan`


def test_another_option_is_not_planned_again(program: Program, folder: Path) -> None:
    """Invitations are out, so that `plan` by itself would only send back to `replan`."""
    review = folder / "review.toml"
    text = review.read_text(encoding="utf-8")
    review.write_text(text.replace('"focused"', '"mid-range"', 1), encoding="utf-8")
    ran = program("replan", folder, *DAY, "--dry-run")
    assert ran.code == 2
    assert "add --option focused" in ran.err
    assert "needs --afresh" in ran.err


def test_what_makes_it_impossible_is_told_in_terms_of_the_change(program: Program, folder: Path) -> None:
    """What cannot stay and why, then the reasons; the code is 3 and nothing is written."""
    lead = now_read(folder).people[0].id
    if not (folder / "busy.csv").exists():
        (folder / "busy.csv").write_text("id,start,end,level,note\n", encoding="utf-8")
    away(folder, lead, "2027-02-01", "2028-12-31")
    before = state(folder)
    ran = program("replan", folder, *DAY, "--yes")
    assert ran.code == 3
    assert "What cannot stay" in ran.out
    assert f"{lead} is not free any more" in " ".join(ran.out.split())
    assert "Who could stand in" in ran.out
    assert f"`ltsched explain {folder}` says whether it fits if all is planned afresh" in " ".join(ran.err.split())
    told = json.loads(program("replan", folder, *DAY, "--yes", "--json").out)
    assert told["status"] == "infeasible"
    assert last(folder)[0] in {one["activity"] for one in told["cannot_stay"]}
    assert {one["gone"] for one in told["deputies"]} == {lead}
    outside = next(one for one in told["deputies"] if not one["instead"])
    assert (outside["agency"], outside["moved"], outside["proven"]) == ("", 0, True)
    assert state(folder) == before


def test_a_hold_without_an_end_lets_the_rest_wait(program: Program, folder: Path) -> None:
    """What lies before it stays, what lies after it waits; the milestones say so, and the page can be made."""
    _, day = last(folder)
    add_lines(folder / "review.toml", f'[[hold]]\nscope = "review"\nfrom = {day}\nreason = "trial"')
    told = json.loads(program("replan", folder, *DAY, "--yes", "--json").out)
    assert told["waiting"]
    assert told["milestones"] == []
    assert {one["kind"] for one in told["changes"]} == {"kept", "removed"}
    assert any("for the end of a hold that has none" in text for text in told["warnings"])
    assert program("report", folder).code == 0
    assert program("status", folder, *DAY).code == 0
    assert program("replan", folder, *DAY, "--dry-run").out.count("Nothing has to change.") == 1


def test_who_leaves_is_replaced(program: Program, folder: Path) -> None:
    """The other takes their place, and nothing moves."""
    review = now_read(folder)
    gone = next(one for one in review.people if "review-team" in one.roles and not one.essential)
    row = f"t99,N. Ewcomer,n.ewcomer@agency.example,review-team,{gone.agency},,,,,"
    add_lines(folder / "people.csv", row)
    told = json.loads(program("replan", folder, *DAY, "--dry-run", "--json", "--replace", f"{gone.id}=t99").out)
    assert {one["kind"] for one in told["changes"]} == {"kept"}
    assert {"t99", gone.id} <= set(told["told"])
    assert not any(gone.id in one["attendees"] for one in told["bookings"] if one["start"] > "2027-02-02")


def test_a_review_under_way_is_not_planned_afresh_by_accident(program: Program, folder: Path) -> None:
    """It ends with 2 and names what to type instead; --afresh plans it."""
    ran = program("plan", folder, *DAY)
    assert ran.code == 2
    assert "ltsched replan" in ran.err
    assert "--afresh" in ran.err
    assert json.loads(program("plan", folder, *DAY, "--json").out)["status"] == "under-way"
    assert program("plan", folder, *DAY, "--afresh").code == 0


def test_who_is_gone_from_the_table_may_be_gone_from_the_timetable(program: Program, folder: Path) -> None:
    """The row is taken out: nobody has to be named."""
    people = now_read(folder).people
    managers = {one.line_manager for one in people}
    team = (one.id for one in people if "review-team" in one.roles and not one.essential)
    gone = next(id for id in team if id not in managers)
    taken_out(folder / "people.csv", gone)
    calendar = folder / "calendars" / f"{gone}.ics"
    calendar.unlink(missing_ok=True)
    told = json.loads(program("replan", folder, *DAY, "--dry-run", "--json").out)
    assert gone in told["told"]
    assert not any(gone in one["attendees"] for one in told["bookings"])
