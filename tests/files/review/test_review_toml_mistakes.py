"""What is wrong in review.toml is told, all of it at once: the key, what was found, and what would be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ltsched.errors import Mistake
from ltsched.files.review.review_toml import read_review_toml
from tests.support.review_tomls import LEAST, read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('reference = "a\\nb"', 'reference: "a\\nb"; expected a code name of up to 64 characters on one line'),
        ('reference = "a\\u001b[31m"', 'reference: "a\\x1b[31m"; expected'),
        (f'reference = "{"x" * 65}"', "reference: "),
        ('reference = "--"', "with a letter or digit in it"),
        ('reference = " "', 'reference: " "; expected'),
        ("reference = 7", "reference: 7; expected"),
        ("option = 7", "option: 7; expected one of full,"),
        ('option = ""', 'option: ""; expected one of full,'),
        ('kind = "serious-case"', 'Did you mean "serious-case-review"?'),
        ("commissioned = 2027-01-11T09:00:00", "without a time"),
        ("commissioned = 'soon'", 'commissioned: "soon"; expected a date such as 2027-01-11.'),
        ("deadline = 2027-01-10", "deadline: 2027-01-10 is before the commissioning; expected a date from 2027-01-11"),
        ("deadline = 2072-01-10", "expected a date within ten years"),
        ('timezone = "Europe/Londn"', 'Did you mean "Europe/London"?'),
        ('timezone = "../../etc/passwd"', "unknown time zone"),
        ('timezone = "localtime"', '"localtime" is no zone that is the same on every machine; expected one such as'),
        ('timezone = "Factory"', '"Factory" is no zone that is the same on every machine'),
        ('timezone = "posixrules"', '"posixrules" is no zone that is the same on every machine'),
        ('timezone = ""', 'timezone: ""; expected a time zone such as Europe/London'),
        ('region = "GB"', "expected one of GB-ENG"),
        ('region = ""', 'region: ""; expected a region such as GB-ENG, or none'),
        ('organiser = { name = "O" }', "organiser.email: missing"),
        ('organiser = { email = "a@b.example" }', "organiser.name: missing"),
        ('organiser = { name = "O", email = "x" }', 'organiser.email: "x"; expected an address'),
        ('organiser = { name = "O", email = "" }', 'organiser.email: ""; expected the address that invitations come'),
        ("organiser = 1", "organiser: 1; expected a table"),
        ('family = { approach = "convers" }', 'family.approach: "convers"; expected one of conversation'),
        ('family = { aproach = "letter" }', "family.aproach: unknown key"),
        ("customise = 1", "customise: 1; expected a table"),
        ("activity = { id = 'x' }", "expected tables, each under [[activity]]"),
        ("order = 1", "expected tables, each under [[order]]"),
        ("hold = { scope = 'review' }", "hold: a table; expected tables, each under [[hold]]"),
        (f"order = [{'{}, ' * 501}]", "order: 501 tables; expected at most 500"),
        ("calendars = 3", "calendars: 3; expected a table"),
        ("stages = { order = ['shape', 3] }", "stages.order: 3; expected one of late-days, missed-attendance"),
        ("organizer = 1", "organizer: unknown key; expected one of activity, "),
        ("organizer = 1", 'Did you mean "organiser"?'),
        ("stages = { order = ['shap'] }", 'stages.order: "shap"; expected one of late-days, missed-attendance'),
        ("stages = { order = ['finish', 'finish'] }", 'stages.order: "finish" is there twice'),
        ("stages = { order = 3 }", "stages.order: 3; expected a list"),
        (
            "stages = { tolerance = { shape = -1 } }",
            "stages.tolerance.shape: -1; expected a whole number from 0 to 1",
        ),
        ("stages = { tolerance = { shape = 1.5 } }", "stages.tolerance.shape: 1.5"),
        ("stages = { tolerance = { shape = true } }", "stages.tolerance.shape: true"),
        (
            "stages = { tolerance = { late = 1 } }",
            "stages.tolerance.late: unknown key; expected one of late-days, missed-attendance",
        ),
        ("stages = { sequence = [] }", "stages.sequence: unknown key"),
        ("costs = 1", "costs: 1; expected a table"),
        ("costs = { leave = 0 }", "costs.leave: 0; expected a whole number from 1 to 10000"),
        ("costs = { leave = 1.5 }", "costs.leave: 1.5; expected a whole number from 1 to 10000"),
        ("costs = { leave = 10_001 }", "costs.leave: 10001; expected a whole number from 1 to 10000"),
        ("costs = { court = { cost = 3 } }", "costs.court: a table; expected a whole number from 1 to 10000"),
        ("costs = { leaves = 1 }", "costs.leaves: unknown key; expected one of court, sick, leave"),
        ("costs = { leaves = 1 }", 'Did you mean "leave"?'),
        ("importance = { audit = 0 }", "importance.audit: 0; expected a whole number from 1 to 100000"),
        ("importance = { audits = 1 }", "importance.audits: unknown key; expected one of set-up, introduction"),
        ("importance = { audits = 1 }", 'Did you mean "audit"?'),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, line: str, expected: str) -> None:
    """The key, what was found, and what would be right."""
    key = line.partition(" ")[0]
    kept = [other for other in LEAST.splitlines() if not other.startswith(key + " ")]
    _, mistakes, _ = read(tmp_path, "\n".join([*kept, line]))
    assert len(mistakes) == 1
    assert mistakes[0].startswith("review.toml, ")
    assert expected in mistakes[0]


@pytest.mark.parametrize("near", ["localtim", "factori", "posixrule"])
def test_a_zone_of_the_machine_is_never_suggested(tmp_path: Path, near: str) -> None:
    """Whoever nearly wrote one is not led to it."""
    _, (mistake,), _ = read(tmp_path, LEAST.replace("Europe/London", near))
    hint = mistake.partition("Did you mean")[2]
    assert not any(word in hint.lower() for word in ("localtime", "factory", "posixrules"))


@pytest.mark.parametrize(
    ("hold", "expected"),
    [
        ("from = 2027-03-01", 'hold[1].scope: missing; expected "review"'),
        ('scope = "revew"\nfrom = 2027-03-01', 'hold[1].scope: "revew"'),
        ('scope = "person"\nfrom = 2027-03-01', 'hold[1].scope: "person"'),
        ('scope = "review:x"\nfrom = 2027-03-01', 'hold[1].scope: "review:x"'),
        ('scope = "review:"\nfrom = 2027-03-01', 'hold[1].scope: "review:"'),
        ('scope = "person:p1"\nfrom = 2027-03-01', 'nobody has the id "p1"; expected the id of a person. Did you mean'),
        ('scope = "review"', "hold[1].from: missing"),
        ('scope = "review"\nfrom = 2027-03-02\nuntil = 2027-03-01', "hold[1].until: 2027-03-01 is before 2027-03-02"),
        ('scope = "review"\nfrom = 2027-03-02\nuntil = 2072-03-01', "within ten years"),
        ('scope = "review"\nfrom = 2027-03-02\nreason = 7', "hold[1].reason: 7"),
        ('scope = "review"\nfrom = 2027-03-02\nuntill = 2027-03-03', 'Did you mean "until"?'),
    ],
)
def test_what_is_wrong_with_a_hold_is_told(tmp_path: Path, hold: str, expected: str) -> None:
    """Scope, dates and keys."""
    _, mistakes, _ = read(tmp_path, f"{LEAST}[[hold]]\n{hold}\n")
    assert len(mistakes) == 1
    assert expected in mistakes[0]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ("[[audit]]\n", "audit[1].id: missing"),
        ("[[audit]]\nid = 4\n", "audit[1].id: 4; expected a letter or digit"),
        ('[[audit]]\nid = "../f"\n', 'audit[1].id: "../f"'),
        ('[[audit]]\nid = "f"\n[[audit]]\nid = "F"\n', 'audit[2].id: "F" differs from "f" (audit[1]) only in capitals'),
        ('[[audit]]\nid = "f"\nagencies = ["A", "A"]\n', 'audit[1].agencies: "A" is there twice'),
        ('[[audit]]\nid = "f"\nagencies = [""]\n', 'audit[1].agencies: ""; expected the name'),
        ('[[audit]]\nid = "f"\nagencies = 3\n', "audit[1].agencies: 3; expected a list"),
        ('[[audit]]\nid = "f"\nagency = "A"\n', 'Did you mean "agencies"?'),
        ('[[focused-review]]\nid = "a"\ncase-group = ["p1"]\n', 'focused-review[1].case-group: nobody has the id "p1"'),
        ('[[focused-review]]\nid = "a"\ncase-group = ["l1"]\n', '"l1" has not the role case-group'),
        ('[[focused-review]]\nid = "a"\ncase-group = ["p01", "p01"]\n', '"p01" is there twice'),
        ('[[focused-review]]\nid = "a"\ncase-group = []\n', "nobody is listed"),
        ('[[focused-review]]\nid = "a"\n[[focused-review]]\nid = "a"\n', '"a" is there already (focused-review[1])'),
    ],
)
def test_what_is_wrong_with_audits_and_focused_reviews_is_told(tmp_path: Path, tables: str, expected: str) -> None:
    """Ids, agencies, and whom a case group names."""
    _, mistakes, _ = read(tmp_path, LEAST + tables)
    assert len(mistakes) == 1
    assert expected in mistakes[0]


def test_ids_are_not_checked_where_people_could_not_be_read(tmp_path: Path) -> None:
    """What is wrong with people.csv is told once, and not again for each id that names one of them."""
    file = tmp_path / "review.toml"
    hold = '[[hold]]\nscope = "person:x"\nfrom = 2027-03-01\n'
    file.write_text(f'{LEAST}{hold}[[focused-review]]\nid = "a"\ncase-group = ["y"]\n', encoding="utf-8")
    mistakes: list[Mistake] = []
    assert read_review_toml(file, None, None, mistakes, []) is not None
    assert mistakes == []


def test_what_is_sound_is_read_though_something_else_is_wrong(tmp_path: Path) -> None:
    """So that all mistakes are told at once: those of the whole, those of the option, those of the calendars."""
    wrong = LEAST.replace("2027-01-11", '"soon"') + 'stages = 3\n[calendars.p9]\n[[audit]]\nid = "a"\n'
    found, mistakes, _ = read(tmp_path, wrong + '[[audit]]\nid = "a"\n[customise]\nspan-weeks = 3\n')
    assert [mistake.partition(":")[0] for mistake in mistakes] == [
        "review.toml, commissioned",
        "review.toml, stages",
        "review.toml, audit[2].id",
        "review.toml, calendars.p9",
    ]
    assert (found.reference, found.option, found.commissioned) == ("R-1", "full", None)
    assert found.settings.customise == {"span-weeks": 3}


def test_no_date_is_early_or_far_where_the_commissioning_is_not_known(tmp_path: Path) -> None:
    """Nobody is told of a date of commissioning that is not theirs."""
    text = LEAST.replace("commissioned = 2027-01-11\n", "deadline = 2025-10-04\n")
    found, mistakes, _ = read(tmp_path, text + '[[hold]]\nscope = "review"\nfrom = 2050-01-01\n')
    assert mistakes == ["review.toml, commissioned: missing; expected a date such as 2027-01-11."]
    assert (found.commissioned, found.deadline) == (None, date(2025, 10, 4))
