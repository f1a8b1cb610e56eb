"""A comparison on a screen of 80 columns."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rich.console import Console, RenderableType

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.option import Kind
from ltsched.domain.review import ReviewKind
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.options.template import shipped_options
from ltsched.report.screen.comparison_tables import comparison_notes, comparison_table, comparison_title, hours_table
from tests.support.compared import compared
from tests.support.comparisons import comparison, evidence, outcome
from tests.support.explained import explained, explained_agenda
from tests.support.made_up import HOSTILE
from tests.support.printing import option, printed
from tests.support.reasons import because

DANGEROUS = {"\x1b", "\x07", "\u202e"}


def six(**more: Any) -> Comparison:
    """Return a comparison of all shipped options, each with numbers as wide as they come."""
    wide = outcome().timetable
    assert wide is not None
    measures = {**wide.measures, "elapsed_weeks": 104.5, "staff_hours": 1234.0, "attendance_share": 1.0}
    wide = replace(wide, measures=measures, bookings=tuple(replace(b, start=_december(b.start)) for b in wide.bookings))
    outcomes = [
        outcome(
            name,
            title=option(name).title,
            fullness=option(name).fullness,
            status=status,
            timetable=wide if status in (Status.OPTIMAL, Status.FEASIBLE) else None,
            planned={Kind.CONVERSATION: 30},
            evidence=evidence(key_staff=30, heard=30, analysis_meetings=5, joint_meetings=2, files_audited=10),
            hours_by_agency={"Children's Social Care": 1234.0, "": 3.0},
            days_late=120,
            lead_in_weeks=16,
        )
        for name, status in zip(shipped_options(), [*Status, Status.OPTIMAL, Status.OPTIMAL], strict=True)
    ]
    return comparison(*outcomes, **{"deadline": date(2027, 10, 1), **more})


def _december(start: Any) -> Any:
    return start.replace(month=12, day=28)


def lines(renderable: RenderableType, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        console.print(renderable)
    return captured.get().splitlines()


def values(made: Comparison, name: str) -> str:
    """Return the values of a row, as wide as need be."""
    rows = [row for row in printed(comparison_table(made), 300).splitlines() if row.startswith(f"{name} ")]
    return rows[0].removeprefix(f"{name} ") if rows else ""


def test_all_six_options_fit_side_by_side() -> None:
    """In 80 columns nothing is cut off, and titles, days and shares of key staff stay whole."""
    shown = lines(comparison_table(six()))
    assert max(map(len, shown)) <= 80
    assert "…" not in "".join(shown)
    assert shown[0].split() == [option(name).title for name in shipped_options()]
    assert sum("28 Dec 27" in line for line in shown) == 2
    assert any(line.count("30/30") == 6 for line in shown)
    assert "…" not in "".join(lines(hours_table(six(), lambda o: o.hours_by_agency)))


@pytest.mark.parametrize("impossible", range(1, 7))
def test_what_is_impossible_is_not_broken_over_lines(impossible: int) -> None:
    """However many there are of it, in 80 columns; nor are days, nor the words of the first column."""
    made = six()
    planned = made.outcomes[0]
    outcomes = [
        replace(one, status=Status.INFEASIBLE, timetable=None)
        if place < impossible
        else replace(one, status=Status.OPTIMAL, timetable=planned.timetable)
        for place, one in enumerate(made.outcomes)
    ]
    shown = lines(comparison_table(replace(made, outcomes=tuple(outcomes))))
    assert max(map(len, shown)) <= 80
    assert any(
        line.split() == ["Status", *["impossible"] * impossible, *["proven"] * (6 - impossible)] for line in shown
    )
    assert [line.count("28 Dec 27") for line in shown if line.startswith("Begins")] == [6 - impossible]
    assert any(line.startswith("Attendance ") for line in shown)


def test_every_measure_of_three_options() -> None:
    """One proven, one late and not proven, one impossible, of which only the evidence is known."""
    made = compared()
    shown = {row: values(made, row) for row in ("Lead-in", "Begins", "Last meeting", "Final report", "Days late")}
    assert shown == {
        "Lead-in": "4 weeks 4 weeks 16 weeks",
        "Begins": "2 Mar 27 2 Mar 27 –",
        "Last meeting": "31 Mar 27 31 Mar 27 –",
        "Final report": "12 Apr 27 12 Apr 27 –",
        "Days late": "1 0 –",
    }
    assert values(made, "Weeks in all") == "6.0 6.0 –"
    assert values(made, "Staff hours") == "20 20 –"
    assert values(made, "Attendance") == "89% 89% –"
    assert values(made, "Activities") == "3 1 3"
    assert values(made, "Key staff") == "1/2 0/2 1/2"
    assert values(made, "Analysis") == "1 – 1"
    assert values(made, "Fullness") == "1 2 not ranked"


def test_statuses_are_words() -> None:
    """One for each of them, and none is as the program calls it."""
    words = values(comparison(*(outcome(status=status) for status in Status)), "Status")
    assert words == "proven not proven impossible not found"


def test_days_late_are_shown_only_against_a_deadline() -> None:
    assert values(six(), "Days late")
    assert values(six(deadline=None), "Days late") == ""


@pytest.mark.parametrize(("deadline", "due"), [(date(2027, 4, 9), "due Fri 9 Apr 2027"), (None, "no deadline")])
def test_the_title_has_the_dates(deadline: date | None, due: str) -> None:
    made = comparison(outcome(), deadline=deadline)
    assert comparison_title(made).plain == f"LT-TEST-1  commissioned Mon 1 Mar 2027, {due}"


def test_hours_are_in_the_order_of_the_most_in_any_option() -> None:
    """Who has none in an option has a dash; who belongs to no agency is named so; a name keeps its hyphens."""
    first = outcome("full", hours_by_agency={"Police": 9.0, "": 8.0})
    second = outcome("focused", hours_by_agency={"Stoke-on-Trent": 30.4, "Police": 2.0})
    shown = printed(hours_table(comparison(first, second), lambda o: o.hours_by_agency)).splitlines()
    assert shown[-3:] == ["Stoke-on-Trent – 30", "Police 9 2", "no agency 8 –"]


def noted(*outcomes: Outcome, **more: Any) -> str:
    return " ".join(printed(comparison_notes(comparison(*outcomes, **more))).split())


def test_nothing_is_noted_where_there_is_nothing_to_say() -> None:
    """All proven, nothing assumed, nothing given up: not even a heading."""
    assert noted(outcome("full"), outcome("other")) == ""
    assert noted() == ""


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"status": Status.INFEASIBLE, "reasons": because("l1 is away")}, "Other: impossible: l1 is away"),
        ({"assumed": ("one thing", "another")}, "Assumed – Other: one thing; another"),
        ({"evidence": evidence()}, "What is given up against Full – Other: no analysis meeting"),
    ],
)
def test_only_what_there_is_to_say_is_noted(other: dict[str, Any], said: str) -> None:
    """A single section, which names the option by its title."""
    full = outcome("full", fullness=4, evidence=evidence(analysis_meetings=5))
    shown = noted(full, outcome("other", **{"evidence": full.evidence, **other}))
    assert shown.endswith(said)
    assert shown.count("–") == 1


def test_the_starting_point_of_a_serious_case_review() -> None:
    """And of no other; in the words of the source."""
    shown = noted(outcome("full"), kind=ReviewKind.SERIOUS_CASE_REVIEW)
    assert shown.startswith("For a serious case review, Full is the assumed starting point.")
    assert noted(outcome("full"), kind=ReviewKind.OTHER) == ""


def test_hostile_texts_are_harmless() -> None:
    """References, agencies, reasons and assumptions do nothing on a terminal; reading refuses titles that would."""
    evil = outcome("full", status=Status.INFEASIBLE, reasons=because(HOSTILE), assumed=(HOSTILE,))
    evil = replace(evil, hours_by_agency={HOSTILE: 1.0})
    made = comparison(evil, outcome("other", fullness=0, evidence=evidence()), reference=HOSTILE)
    parts = (
        comparison_title(made),
        comparison_table(made),
        comparison_notes(made),
        hours_table(made, lambda o: o.hours_by_agency),
    )
    for part in parts:
        shown = printed(part, 300)
        assert not DANGEROUS & set(shown)
    assert "[bold red]Eve[/]" in printed(parts[0], 300), "markup is shown as it stands"


def test_what_clashes_and_the_cheapest_that_would_help_are_told_with_names() -> None:
    """In the place of the reasons, which have ids alone; an option that was not explained keeps those."""
    telling = telling_of(explained(), explained_agenda())
    full = outcome("full", status=Status.INFEASIBLE, reasons=because("t1 cannot come"), telling=telling)
    focused = outcome("focused", status=Status.INFEASIBLE, reasons=because("r1 is too small"))
    said = " ".join(" ".join(lines(comparison_notes(comparison(full, focused)), 200)).split())
    assert "Full: impossible: the joint meeting has no day on which Dana Example (t1) can come" in said
    assert "Focused: impossible: r1 is too small" in said
    assert "It would fit – Full: if Dana Example (t1) could come on Wed 17 Mar 2027: report Fri 9 Apr 2027" in said
    assert "t1 cannot come" not in said
