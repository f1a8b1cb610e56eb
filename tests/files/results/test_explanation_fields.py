"""explanation.json, and the same fields in other documents."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.files.results.comparison_file import comparison_json, read_comparison
from ltsched.files.results.explanation_fields import explanation_json, telling_from
from ltsched.validation.explanation import ExplanationDocument
from tests.support.comparisons import comparison, outcome
from tests.support.explained import explained, explained_agenda
from tests.support.written import write_comparison_file

TOLD = telling_of(explained(), explained_agenda())


def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(explanation_json(TOLD, "LT-TEST-1"))
    return found


def test_it_has_facts_and_cures_as_data() -> None:
    found = document()
    assert (found["format"], found["status"], found["all_found"]) == (1, "infeasible", True)
    (clash,) = found["clashes"]
    leave = clash["facts"][2]
    assert (leave["rule"], leave["ids"], leave["kind"]) == ("diary", ["t1", "joint-meeting:1"], "leave")
    assert leave["text"] == "t1 is on leave: Mon 1 to Fri 12 Mar 2027"
    assert clash["facts"][4]["times"][0] == {"start": "2027-03-17T09:00+00:00", "end": "2027-03-17T13:00+00:00"}
    first = found["cures"][0]
    assert first["cost"] == 3
    assert first["changes"] == [{"file": "busy.csv", "key": "", "from": None, "to": "t1,2027-03-17,2027-03-17,free"}]
    assert first["brings"] == {"final_report": "2027-04-09", "late_days": 0, "missed": 2, "proven": True}
    assert first["also"][0]["text"] == "if t1 could come on Thu 18 Mar 2027"


def test_nobody_is_named() -> None:
    assert "Dana" not in explanation_json(TOLD, "LT-TEST-1")


def test_it_keeps_its_schema_and_is_read_back() -> None:
    """What comes back is said by ids, as no names are in it; all else is the same."""
    read = ExplanationDocument.model_validate_json(explanation_json(TOLD, "LT-TEST-1"))
    again = telling_from(read, Status.INFEASIBLE, None)
    assert json.loads(explanation_json(replace(again, arithmetic=TOLD.arithmetic), "LT-TEST-1")) == document()


def test_a_comparison_keeps_what_would_help(tmp_path: Path) -> None:
    """An option without an explanation has none of its fields."""
    compared = comparison(outcome(status=Status.INFEASIBLE, telling=TOLD), outcome("focused"))
    impossible, possible = json.loads(comparison_json(compared))["options"]
    assert impossible["cures"] == document()["cures"]
    assert impossible["reasons"] == []
    assert "cures" not in possible
    write_comparison_file(tmp_path, replace(compared, inputs="x"))
    read = read_comparison(tmp_path, "x", ZoneInfo("Europe/London"))
    assert read is not None
    assert read.outcomes[0].telling is not None
    assert read.outcomes[0].telling.cures[0].brings.final_report == date(2027, 4, 9)
    assert read.outcomes[1].telling is None
