"""`ltsched what-if`: what it shows, that it writes nothing, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ltsched.solve.many import planners
from ltsched.solve.plan import plan
from tests.cli.conftest import Program, Ran
from tests.support.small_reviews import small_folder

WhatIf = Callable[..., Ran]
MORE_PEOPLE = "t2,Doctor,t2@health.example,review-team,Health,\na1,Clerk,a1@office.example,administrator,Office,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a small review with one who may take the place of t1, and one who takes part in nothing."""
    made = small_folder(tmp_path / "review")
    with (made / "people.csv").open("a", encoding="utf-8") as file:
        file.write(MORE_PEOPLE)
    return made


@pytest.fixture
def what_if(program: Program, folder: Path) -> WhatIf:
    """Return a function that asks on the day of commissioning, in this process."""
    return lambda *flags: program("what-if", folder, "--today", "2027-01-11", "--processes", "1", *flags)


def planned(program: Program, folder: Path) -> None:
    assert program("plan", folder, "--today", "2027-01-11").code == 0


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_two_plans_side_by_side(what_if: WhatIf, program: Program, folder: Path) -> None:
    """Within 80 columns, with what falls away and what comes of it; the folder is as it was."""
    planned(program, folder)
    before = state(folder)
    ran = what_if("--without", "c2")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert ran.out.startswith("LT-2027-01  what if: without c2\n")
    assert "Falls away\n Conversation c2\n" in ran.out
    assert ran.out.endswith("\nNo worse, and nothing has to lie elsewhere.\n")
    rows = {line.split("  ")[0]: line.split()[-2:] for line in ran.out.splitlines() if "  " in line}
    assert rows["Status"] == ["proven", "proven"]
    assert rows["Bookings"] == ["6", "5"]
    assert state(folder) == before


def test_where_it_is_impossible_now_it_is_said_where_all_of_that_is_told(what_if: WhatIf, folder: Path) -> None:
    (folder / "busy.csv").write_text("id,start,end\nc2,2027-01-11,2027-12-31\n", encoding="utf-8")
    ran = what_if("--without", "c2")
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert "Why it is impossible now" in said
    assert said.endswith(f"`ltsched explain {folder}` tells all of why it is impossible now.")


def test_without_a_plan_that_is_said(what_if: WhatIf, folder: Path) -> None:
    """It is made for the comparison, and not kept."""
    ran = what_if("--without", "a1")
    assert ran.code == 0
    assert "there is no timetable yet: the plan as it is was made for this comparison" in ran.err
    assert ran.out.endswith("\nNothing changes.\n")
    assert not (folder / "out").exists()


def test_a_plan_of_another_option(what_if: WhatIf, program: Program, folder: Path) -> None:
    """It is not the plan as it is."""
    planned(program, folder)
    ran = what_if("--without", "a1", "--option", "focused")
    assert "the plan as it is was made for this comparison, and not kept: timetable.json, option: " in ran.err


def test_a_plan_that_does_not_fit_any_more(what_if: WhatIf, program: Program, folder: Path) -> None:
    """What differs comes of that, too."""
    planned(program, folder)
    (folder / "busy.csv").write_text("id,start,end\nl1,2027-01-11,2027-01-20\n", encoding="utf-8")
    assert "the timetable does not fit the folder as it is now" in what_if("--without", "a1").err


def test_impossible_is_an_answer(what_if: WhatIf) -> None:
    """The reasons are told, and it ends with 0."""
    ran = what_if("--without", "l1")
    assert ran.code == 0
    assert "l1 is the only lead reviewer left" in " ".join(ran.out.split())
    assert ran.out.endswith("\nImpossible: no timetable keeps all the rules then.\n")


def test_everything_at_once(what_if: WhatIf) -> None:
    """All flags are one change."""
    ran = what_if(
        *("--hold", "2027-01-11..2027-02-12", "--set", "joint-meetings=2", "--set", "deadline=2027-02-15"),
        *("--late", "c1=2027-02-20"),
    )
    assert ran.code == 0
    said = "a hold 11 Jan–12 Feb 2027, joint-meetings = 2, the report due 15 Feb 2027, c1 only from 20 Feb 2027 on"
    assert " ".join(ran.out.split()).startswith(f"LT-2027-01 what if: {said} ")
    assert "Is held besides\n Joint meeting 2\n" in ran.out
    assert "\n\nWorse: " in ran.out


def test_a_line_for_each_person(what_if: WhatIf, program: Program, folder: Path) -> None:
    """Those first without whom it fails; whoever has no part is not there."""
    planned(program, folder)
    before = state(folder)
    ran = what_if("--all-people")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    people = [line.split()[0] for line in ran.out.splitlines() if line[:2] in ("l1", "t1", "t2", "c1", "c2", "a1")]
    assert people[0] == "l1"
    assert sorted(people) == ["c1", "c2", "l1", "t1", "t2"]
    assert "not heard" in ran.out
    assert state(folder) == before


def test_with_other_changes_their_own_line(what_if: WhatIf) -> None:
    """What they come to alone stands first."""
    ran = what_if("--all-people", "--set", "deadline=2027-01-12")
    assert "what if one of them took no part, the report due 12 Jan 2027 besides?" in " ".join(ran.out.split())
    assert "– nobody else worse" in " ".join(ran.out.split())


def test_a_review_that_is_under_way(program: Program, folder: Path) -> None:
    """It is planned again so that as little as possible moves, and who would have to be told is counted."""
    with (folder / "review.toml").open("a", encoding="utf-8") as file:
        file.write('[organiser]\nname = "Office"\nemail = "office@reviews.example"\n')
    assert program("plan", folder).code == 0
    assert program("invite", folder).code == 0
    before = state(folder)
    ran = program("what-if", folder, "--without", "c2")
    assert ran.code == 0
    assert "the review is under way (" in ran.err
    (messages,) = [line.split() for line in ran.out.splitlines() if line.startswith("Messages")]
    assert messages[2:] == ["to", "3", "people"]
    assert "Bookings elsewhere                            0" in ran.out
    assert state(folder) == before


def test_ctrl_c_says_what_is_missing(what_if: WhatIf, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found out is shown, and it ends with 0."""
    count = 0

    def stopped(*given: Any, **flags: Any) -> Any:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        return plan(*given, **flags)

    monkeypatch.setattr(planners, "plan", stopped)
    ran = what_if("--all-people")
    assert ran.code == 0
    assert "stopped by you: not looked at: c1, c2, t2" in " ".join(ran.err.split())
    assert "Not looked at: c1, c2, t2." in ran.out


def test_json(what_if: WhatIf, program: Program, folder: Path) -> None:
    """Both plans in numbers, and the one that would be in full."""
    planned(program, folder)
    document = json.loads(what_if("--without", "c2", "--set", "deadline=2027-01-12", "--json").out)
    assert (document["format"], document["reference"]) == (1, "LT-2027-01")
    assert document["changes"] == {
        "without": ["c2"],
        "holds": [],
        "set": {},
        "deadline": "2027-01-12",
        "late": {},
    }
    assert document["consequence"] == "worse"
    assert document["worse_by"]["late_days"] > 0
    assert document["fallen"] == ["conversation:c2"]
    assert document["now"]["bookings"] == document["then"]["bookings"] + 1
    assert document["then"]["final_report"] == document["timetable"]["milestones"][2]["date"]
    assert document["moved_to_be_no_worse"] == []


def test_json_of_all_people(what_if: WhatIf) -> None:
    """Each with what comes of it, and whether these are all."""
    document = json.loads(what_if("--all-people", "--json").out)
    assert (document["whole"], document["left"], document["changes_alone"]) == (True, [], None)
    first = document["people"][0]
    assert (first["person"], first["consequence"]) == ("l1", "impossible")
    assert first["then"]["reasons"][0]["rule"] == "must attend"
    assert len(document["people"]) == 5


def test_json_says_when_it_was_impossible(what_if: WhatIf) -> None:
    """With a hold that has no end."""
    document = json.loads(what_if("--hold", "2027-01-13..", "--json").out)
    assert (document["consequence"], document["timetable"]) == ("impossible", None)
    assert document["changes"]["holds"] == [{"from": "2027-01-13", "until": None}]


def test_nothing_found_in_time(what_if: WhatIf, program: Program, folder: Path) -> None:
    """There is no answer then, and it ends with 4."""
    planned(program, folder)
    ran = what_if("--without", "c2", "--time-limit", "0.000001")
    assert ran.code == 4
    assert ran.out.endswith("\nNothing found in the time given; nothing is proven.\n")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "what would be otherwise? Give --without, --all-people, --hold, --set or --late"),
        (("--without", "t11"), '--without: nobody has the id "t11"; expected an id of people.csv. Did you mean "t1"?'),
        (("--hold", "soon"), '--hold, from: "soon"; expected a date such as 2027-01-11.'),
        (("--set", "joint-meting=1"), 'Did you mean "joint-meetings"?'),
        (("--late", "t1"), '--late: "t1"; expected ID=DATE, such as t3=2027-03-01.'),
    ],
)
def test_wrong_use(what_if: WhatIf, flags: tuple[str, ...], said: str) -> None:
    """One clear message, and 2."""
    ran = what_if(*flags)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
    assert ran.out == ""


def test_every_mistake_at_once(what_if: WhatIf) -> None:
    """Also what is only wrong in this review, beside what is wrong in any."""
    ran = what_if("--hold", "soon", "--late", "t1=x", "--without", "t11", "--set", "joint-meting=1")
    assert ran.code == 2
    said = " ".join(ran.err.split())
    assert all(each in said for each in ("4 mistakes", "--hold, from", "--late, t1", '"t11"', '"joint-meetings"'))
