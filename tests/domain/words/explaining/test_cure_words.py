"""What would help, what it would bring, and what to write where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ltsched.domain.explaining.explanation import Brings, Cure
from ltsched.domain.explaining.step import Edit, Step
from ltsched.domain.words.explaining.calling import by_id
from ltsched.domain.words.explaining.cure_words import also_words, brings_words, cure_words, edit_words
from tests.support import agendas
from tests.support.explained import CanCome, NumberIs

BRINGS = Brings(date(2027, 8, 30), 0, 7)
DEADLINE = date(2027, 9, 1)


def test_what_it_would_bring() -> None:
    """The day of the report against the deadline, and how many absences; what is not proven says so."""
    assert brings_words(BRINGS, DEADLINE) == "report Mon 30 Aug 2027, in time; 7 absences"
    assert brings_words(BRINGS, None) == "report Mon 30 Aug 2027; 7 absences"
    late = replace(BRINGS, late_days=1, missed=1, proven=False)
    assert brings_words(late, DEADLINE) == (
        "report Mon 30 Aug 2027, 1 working day late; 1 absence (perhaps better: not proven)"
    )
    assert brings_words(replace(BRINGS, final_report=None, missed=0), DEADLINE) == (
        "the report waits for the end of a hold; nobody missing"
    )


def test_steps_are_joined_and_other_days_are_days_alone() -> None:
    review = agendas.review([agendas.person("t1")])
    come = [Step("leave", CanCome("t1", agendas.day(number)), 8) for number in range(9)]
    number = Step("quorum", NumberIs("joint-meeting-quorum", 0.5), 4)
    assert cure_words([come[1], number], review, by_id) == (
        "if t1 could come on Tue 2 Mar 2027, and joint-meeting-quorum were 0.5"
    )
    assert also_words(Cure((come[0],), BRINGS, (come[3], come[2])), review, by_id) == "also on Wed 3 Mar, Thu 4 Mar"
    assert also_words(Cure((come[0],), BRINGS, tuple(come[1:])), review, by_id).endswith("Sun 7 Mar and 2 others")
    assert also_words(Cure((come[0],), BRINGS, (number,)), review, by_id) == "also if joint-meeting-quorum were 0.5"
    assert also_words(Cure((come[0],), BRINGS), review, by_id) == ""
    both = Cure((come[0], number), BRINGS, (come[2],))
    assert also_words(both, review, by_id) == "instead of Mon 1 Mar also Wed 3 Mar"


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (
            Edit("review.toml", "customise.joint-meeting-minutes", 360, 330),
            "in review.toml, [customise]: joint-meeting-minutes = 330",
        ),
        (Edit("review.toml", "deadline", None, "2027-05-01"), "in review.toml: deadline = 2027-05-01"),
        (
            Edit("review.toml", "hold[2].until", None, "2027-05-01"),
            "in review.toml, [[hold]] number 2: until = 2027-05-01",
        ),
        (Edit("review.toml", "window[1]", "x", None), "in review.toml: without [[window]] number 1"),
        (
            Edit("review.toml", "customise.family-conversations", "yes", "no"),
            'in review.toml, [customise]: family-conversations = "no"',
        ),
        (Edit("people.csv", "t01.essential", "yes", "no"), "in people.csv, row t01: essential = no"),
        (Edit("people.csv", "t01.essential", "yes", ""), "in people.csv, row t01: essential left empty"),
        (Edit("people.csv", "t01", "t01,A", None), "in people.csv: without the row t01"),
    ],
)
def test_what_to_write_where(edit: Edit, text: str) -> None:
    assert edit_words([edit]) == (text,)


def test_rows_stand_on_lines_of_their_own_to_be_copied() -> None:
    """Several of one table below one line for all."""
    first, second, third = (f"t0{number},2027-03-02,,free" for number in (1, 2, 3))
    number = Edit("review.toml", "customise.joint-meeting-minutes", 360, 330)
    rows = [Edit("busy.csv", "", None, first), Edit("busy.csv", "", None, second)]
    assert edit_words([*rows, number, Edit("busy.csv", "", None, third)]) == (
        "in busy.csv, 2 more rows:",
        first,
        second,
        "in review.toml, [customise]: joint-meeting-minutes = 330",
        "in busy.csv, one more row:",
        third,
    )
    assert edit_words([Edit("busy.csv", "", first, None)]) == ("in busy.csv, without the row:", first)
