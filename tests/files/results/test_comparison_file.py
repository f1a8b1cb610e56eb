"""comparison.json comes back as it was written, and does not speak for another state of the folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ltsched.errors import InvalidReview
from ltsched.files.results.comparison_file import comparison_json, read_comparison
from tests.support.agendas import LONDON
from tests.support.compared import compared
from tests.support.written import write_comparison_file

COMPARED = replace(compared(), inputs="inputs")


def test_a_comparison_comes_back(tmp_path: Path) -> None:
    """With its timetables, numbers and words; and it is written the same again."""
    path = write_comparison_file(tmp_path, COMPARED)
    found = read_comparison(tmp_path, "inputs", LONDON)
    assert found == COMPARED
    assert comparison_json(found) == path.read_text(encoding="utf-8")


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert read_comparison(tmp_path, "inputs", LONDON) is None


def test_one_of_another_state_of_the_folder_does_not_count(tmp_path: Path) -> None:
    """People or diaries have changed since."""
    write_comparison_file(tmp_path, COMPARED)
    assert read_comparison(tmp_path, "other inputs", LONDON) is None


def test_a_comparison_that_does_not_say_what_it_was_made_of_is_out_of_date(tmp_path: Path) -> None:
    """It is left out like one of other inputs; nothing in it is looked at."""
    (tmp_path / "comparison.json").write_text('{"format": 1}')
    assert read_comparison(tmp_path, "inputs", LONDON) is None


def test_a_program_finds_what_people_are_told(tmp_path: Path) -> None:
    """What is given up, and the first and last day, are in the file though they follow from the rest."""
    document = json.loads(comparison_json(COMPARED))
    full, focused, speed = document["options"]
    assert (full["option"], full["given_up"], full["status"]) == ("full", "", "optimal")
    assert full["first_meeting"] < full["last_meeting"] < full["final_report"]
    assert focused["given_up"]
    assert (speed["timetable"], speed["first_meeting"], speed["status"]) == (None, None, "infeasible")


def test_reasons_are_data() -> None:
    """With the sentence for readers, days half-open, and null where there is nothing that would help."""
    away, other = json.loads(comparison_json(COMPARED))["options"][2]["reasons"]
    assert away == {
        "rule": "diary",
        "ids": ["conversation:c1", "c1"],
        "dates": ["2027-03-01", "2027-03-06"],
        "numbers": {"minutes": 120},
        "text": "it does not fit into a week",
        "cure": {"text": "the hold ends earlier", "file": "review.toml", "keys": ["hold.until"]},
    }
    assert (other["text"], other["ids"], other["dates"], other["cure"]) == ("it would fit without t1", [], [], None)


def test_reasons_of_a_file_of_before_are_sentences(tmp_path: Path) -> None:
    """Nothing else is known of them; what is told stays the same."""
    path = write_comparison_file(tmp_path, COMPARED)
    document = json.loads(path.read_text(encoding="utf-8"))
    for option in document["options"]:
        option["reasons"] = [reason["text"] for reason in option["reasons"]]
    path.write_text(json.dumps(document), encoding="utf-8")
    found = read_comparison(tmp_path, "inputs", LONDON)
    assert found is not None
    assert [str(reason) for reason in found.outcomes[2].reasons] == [
        "it does not fit into a week",
        "it would fit without t1",
    ]


Damage = Callable[[Any], Any]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda it: it.pop("kind"), "kind: missing; expected one of serious-case-review"),
        (lambda it: it["options"][0].update(status="best"), 'options[1].status: "best"; expected one of'),
        (
            lambda it: it["options"][0]["activities"].update(tea=1),
            "options[1].activities.tea: unknown key; expected one of set-up",
        ),
        (
            lambda it: it["options"][0]["timetable"].pop("stages"),
            "options[1].timetable.stages: missing; expected a list",
        ),
        (
            lambda it: it["options"][2]["reasons"][0]["cure"].pop("text"),
            "options[3].reasons[1].cure.text: missing; expected a text",
        ),
        (lambda it: it["options"][2].update(reasons=[7]), "options[3].reasons[1]: 7; expected an object"),
        (lambda it: it.update(format=2), "format: 2; expected 1"),
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, damage: Damage, told: str) -> None:
    path = write_comparison_file(tmp_path, COMPARED)
    document = json.loads(path.read_text(encoding="utf-8"))
    damage(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InvalidReview) as caught:
        read_comparison(tmp_path, "inputs", LONDON)
    assert told in str(caught.value.mistakes[0])
