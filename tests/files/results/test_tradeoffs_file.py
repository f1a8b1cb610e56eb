"""tradeoffs.json comes back as it was written, and does not speak for another state of the folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ltsched.errors import InvalidReview
from ltsched.files.results.tradeoffs_file import TRADEOFFS_FILE, read_tradeoffs, tradeoffs_json
from tests.support.agendas import LONDON
from tests.support.reasons import because
from tests.support.traded import MEETING, tradeoffs

FOUND = tradeoffs(inputs="inputs", left_out=("findings-meeting",), reasons=because("it is too full"))


def written(folder: Path) -> Path:
    path = folder / TRADEOFFS_FILE
    path.write_text(tradeoffs_json(FOUND), encoding="utf-8")
    return path


def test_they_come_back(tmp_path: Path) -> None:
    """With their timetables, stages and reasons; and are written the same again."""
    path = written(tmp_path)
    found = read_tradeoffs(tmp_path, "inputs", "test", LONDON)
    assert found == FOUND
    assert tradeoffs_json(found) == path.read_text(encoding="utf-8")


def test_those_of_something_else_do_not_count(tmp_path: Path) -> None:
    """None at all, of another state of the folder, of another option."""
    assert read_tradeoffs(tmp_path, "inputs", "test", LONDON) is None
    written(tmp_path)
    assert read_tradeoffs(tmp_path, "other", "test", LONDON) is None
    assert read_tradeoffs(tmp_path, "inputs", "full", LONDON) is None


def test_a_program_finds_what_people_are_told() -> None:
    """What follows from the rest is there too: the days, what is proven, who is missing besides, the stages."""
    missed, if_needed = json.loads(tradeoffs_json(FOUND))["frontiers"]
    assert (missed["traded"], missed["choose"], missed["held"]) == ("missed attendance", "missed-attendance", {})
    first, second = missed["points"]
    assert [first[name] for name in ("value", "late_days", "finish", "proven")] == [1, 3, 30, True]
    assert (first["missing_beyond_first"], first["final_report"]) == ([], "2027-04-12")
    assert second["missing_beyond_first"] == [{"person": "t2", "activity": MEETING}]
    order = ["late-days", "missed-attendance", "finish"]
    assert second["stages"] == {"order": order, "tolerance": {"missed-attendance": 1}}
    assert if_needed["held"] == {"late days": 0, "missed attendance": 2}
    assert (if_needed["complete"], if_needed["points"][1]["proven"]) == (False, False)
    assert if_needed["points"][1]["asked_if_needed"] == [{"person": "t1", "activity": MEETING}]


Damage = Callable[[Any], Any]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda it: it.pop("frontiers"), "frontiers: missing; expected a list"),
        (lambda it: it.update(status="best"), 'status: "best"; expected one of'),
        (lambda it: it["frontiers"][0]["points"][0].update(bound=-1), "frontiers[1].points[1].bound: -1; expected"),
        (lambda it: it["frontiers"][1]["points"][1].pop("timetable"), "frontiers[2].points[2].timetable: missing"),
        (lambda it: it.update(format=2), "format: 2; expected 1"),
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, damage: Damage, told: str) -> None:
    path = written(tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    damage(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InvalidReview) as caught:
        read_tradeoffs(tmp_path, "inputs", "test", LONDON)
    assert told in str(caught.value.mistakes[0])
