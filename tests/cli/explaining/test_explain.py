"""`ltsched explain`, and what `plan` says in short, with a made-up explanation in the place of the search's."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.library import comparing, explaining, planning
from ltsched.options import expand
from ltsched.solve.result import Result
from ltsched.validation.explanation import ExplanationDocument
from tests.cli.conftest import Program
from tests.support.explained import explained, explained_agenda
from tests.support.made_up import Library
from tests.support.reasons import because

LOADED = (comparing, planning)
"""Loaded before `expand` is another one: what is loaded later would keep that for all tests to come."""

MakeLibrary = Callable[..., Library]
HEADLINE = "No timetable is possible: the joint meeting has no day on which Dana Example (t1) can come."


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where the results of these tests go."""
    return tmp_path / "out"


@pytest.fixture
def impossible(library: MakeLibrary, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Library]:
    """Return a function that lets the review be the made-up one, with this explanation."""
    agenda = explained_agenda()

    def of_made_up(review: Review, **more: object) -> Agenda:
        return agenda

    def put(explanation: Explanation | None = None, **more: Any) -> Library:
        monkeypatch.setattr(expand, "expand", of_made_up)
        monkeypatch.setattr(explaining, "expand", of_made_up)
        counted = Reason("capacity", "joint meeting needs 6 hours", cure=Advice("a shorter one"))
        close = Reason("near", "joint meeting has 2 possible days")
        monkeypatch.setattr(ltsched, "capacity", lambda review: (counted, replace(counted, cure=None)), raising=False)
        monkeypatch.setattr(ltsched, "early_warnings", lambda review, same: (close,), raising=False)
        result = Result(Status.INFEASIBLE, agenda, None, because("the old reason"), **{"seconds": 1.0, **more})
        return library(result, explanation=explained() if explanation is None else explanation)

    return put


def flat(text: str) -> str:
    return " ".join(text.split())


def test_it_tells_why_and_what_would_help_and_ends_with_3(program: Program, impossible: MakeLibrary, out: Path) -> None:
    """In this order: the counting, the sentence, the facts, the cures, the picture; within 80 columns."""
    impossible()
    ran = program("explain", "x", "--out", out)
    assert ran.code == 3
    said = flat(ran.out)
    parts = ["What counting says", HEADLINE, "Dana Example (t1) is at court", "1. If Dana Example (t1) could", "LLLLL"]
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not out.exists()


def test_the_flags_reach_the_search(program: Program, impossible: MakeLibrary, out: Path) -> None:
    """With --all more cures are looked for than the cheapest."""
    made_up = impossible()
    program("explain", "x", "--out", out, "--time-limit", "7", "--seed", "3", "--workers", "2", "--all")
    asked = made_up.asked[-1]
    assert {name: asked[name] for name in ("time_limit_seconds", "seed", "workers")} == {
        "time_limit_seconds": 7.0,
        "seed": 3,
        "workers": 2,
    }
    few = impossible()
    program("explain", "x", "--out", out)
    assert asked["most"] > few.asked[-1]["most"] == 5


def test_as_json_it_keeps_its_schema(program: Program, impossible: MakeLibrary, out: Path) -> None:
    impossible()
    ran = program("explain", "x", "--out", out, "--json")
    assert ran.code == 3
    document = ExplanationDocument.model_validate_json(ran.out)
    assert [cure.cost for cure in document.cures] == [3, 6, 12]
    assert "Dana" not in ran.out


@pytest.mark.parametrize("status", [Status.OPTIMAL, Status.FEASIBLE])
def test_where_something_fits_it_says_how_to_plan_it(
    program: Program, impossible: MakeLibrary, out: Path, status: Status
) -> None:
    """What is close to impossible may be told all the same."""
    impossible(Explanation(status))
    ran = program("explain", "x", "--out", out)
    assert ran.code == 0
    assert "It fits: a timetable is possible." in ran.out
    assert f"  ltsched plan x --out {out}\n" in ran.out
    assert "Joint meeting has 2 possible days" in ran.out


@pytest.mark.parametrize("status", [Status.OPTIMAL, Status.INFEASIBLE])
def test_of_a_review_under_way_it_says_that_it_is_about_planning_afresh(
    program: Program, impossible: MakeLibrary, out: Path, monkeypatch: pytest.MonkeyPatch, status: Status
) -> None:
    """`plan` is refused there without --afresh."""
    impossible(Explanation(status))
    assert "under way" not in program("explain", "x", "--out", out).out
    monkeypatch.setattr(ltsched, "under_way", lambda review: "3 invitations are out", raising=False)
    said = flat(program("explain", "x", "--out", out).out)
    assert "The review is under way (3 invitations are out)" in said
    assert f"`ltsched plan x --out {out} --afresh`" in said


def test_where_nothing_is_known_it_ends_with_4(program: Program, impossible: MakeLibrary, out: Path) -> None:
    impossible(Explanation(Status.UNKNOWN, all_found=False))
    ran = program("explain", "x", "--out", out, "--time-limit", "5")
    assert ran.code == 4
    said = "Not known: nothing was found in 5 seconds; nothing is proven. Try a longer --time-limit."
    assert said in flat(ran.out)


def test_a_page_and_its_document_are_written_on_demand(program: Program, impossible: MakeLibrary, out: Path) -> None:
    """Whole, and with nothing of the network; where something fits there is nothing to write."""
    impossible()
    ran = program("explain", "x", "--out", out, "--page")
    assert ran.code == 3
    assert f"Written to {out}: explanation.html, explanation.json" in ran.out
    assert sorted(path.name for path in out.iterdir()) == ["explanation.html", "explanation.json"]
    assert json.loads((out / "explanation.json").read_text(encoding="utf-8"))["status"] == "infeasible"
    impossible(Explanation(Status.OPTIMAL))
    assert program("explain", "x", "--out", out / "other", "--page").code == 0
    assert not (out / "other").exists()


def test_what_is_not_proven_says_so(program: Program, impossible: MakeLibrary, out: Path) -> None:
    impossible(explained(all_found=False, stopped="there was no time to find out more"))
    said = flat(program("explain", "x", "--out", out).out)
    assert "The search ended early: there was no time to find out more." in said
    assert "That nothing cheaper helps too is not proven." in said


def test_wrong_input_ends_with_2(program: Program, tmp_path: Path) -> None:
    ran = program("explain", tmp_path / "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.err


def test_plan_tells_it_in_short(program: Program, impossible: MakeLibrary, out: Path) -> None:
    """The clash and the three cheapest cures, within what is left of the time limit; where the rest is told."""
    made_up = impossible()
    ran = program("plan", "x", "--out", out, "--time-limit", "10")
    assert ran.code == 3
    said = flat(ran.out)
    assert HEADLINE in said
    assert "3. If Dana Example (t1)" in said
    assert f"`ltsched explain x --out {out}` tells all." in ran.out
    assert "the old reason" not in said
    assert made_up.asked[-1]["time_limit_seconds"] == 9.0


def test_plan_as_json_has_the_reasons_and_beside_them_clashes_and_cures(
    program: Program, impossible: MakeLibrary, out: Path
) -> None:
    impossible()
    document = json.loads(program("plan", "x", "--out", out, "--json").out)
    assert [reason["text"] for reason in document["reasons"]] == ["the old reason"]
    assert [cure["cost"] for cure in document["cures"]] == [3, 6, 12]
    assert document["clashes"][0]["activities"] == ["joint-meeting:1"]


@pytest.mark.parametrize("why", ["no time", "interrupted", "no clash"])
def test_without_an_explanation_plan_gives_its_reasons(
    program: Program, impossible: MakeLibrary, out: Path, why: str
) -> None:
    """Nothing is begun without time, or after Ctrl-C; and what found no clash says nothing."""
    none = replace(explained(), clashes=(), cures=())
    made_up = impossible(none if why == "no clash" else explained(), interrupted=why == "interrupted")
    limit = "1" if why == "no time" else "10"
    ran = program("plan", "x", "--out", out, "--time-limit", limit)
    assert "the old reason" in ran.out
    assert any("most" in asked for asked in made_up.asked) == (why == "no clash")


def test_the_library_explains_what_the_command_does(impossible: MakeLibrary, out: Path) -> None:
    """What fits needs no explanation, and is refused."""
    impossible()
    review = explained_agenda().review
    written = ltsched.write_explanation(explained(), review, results=out)
    assert [path.name for path in written] == ["explanation.html", "explanation.json"]
    with pytest.raises(ltsched.WrongUse, match="nothing to explain"):
        ltsched.write_explanation(Explanation(Status.OPTIMAL), review, results=out)
    with pytest.raises(ltsched.WrongUse, match="not read from a folder"):
        ltsched.write_explanation(explained(), review)
