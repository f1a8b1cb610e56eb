"""Timetables, stages, options and reviews as tables."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from ltsched.domain.option import Option
from ltsched.domain.review import Settings, StageSettings
from ltsched.domain.timetable import StageResult, Status
from ltsched.options.template import read_option, shipped_options
from ltsched.report.layout import bullets, section
from ltsched.report.option_tables import activities_table, options_table, setting_words
from ltsched.report.option_words import conversations_words, meetings_words, order_words, shape_words
from ltsched.report.review_tables import free_share, hours_a_week, people_table, stages_lines, to_plan_table
from ltsched.report.stages_table import measures_line, stages_table, verdict
from ltsched.report.timetable_tables import absences_table, bookings_table, title_line, what
from tests import agendas
from tests.cli.made_up import HOSTILE, made_up_agenda, made_up_timetable


def printed(renderable: RenderableType, width: int = 80) -> str:
    """Return what is shown on a plain console, blanks between words made one."""
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        console.print(renderable)
    return "\n".join(" ".join(row.split()) for row in captured.get().splitlines())


def option(name: str) -> Option:
    found = read_option(name, Settings(), folder=None, known_ids=frozenset(), mistakes=[])
    assert found is not None
    return found


def test_a_booking_is_told_from_others_of_its_kind() -> None:
    """The part of the id after the colon is added, unless the title has it."""
    found = made_up_timetable(made_up_agenda())
    assert [what(booking) for booking in found.bookings] == ["Set-up meeting", "Conversation c1", "Joint meeting 1"]
    numbered = replace(found.bookings[-1], title="Joint meeting 1")
    assert what(numbered) == "Joint meeting 1"


def test_without_rooms_there_is_no_column_of_rooms() -> None:
    found = made_up_timetable(made_up_agenda())
    bare = replace(found, bookings=tuple(replace(booking, room=None) for booking in found.bookings))
    assert "Room" in printed(bookings_table(found))
    assert "Room" not in printed(bookings_table(bare))


def test_where_everybody_comes_there_is_no_list_of_absences() -> None:
    plan = made_up_agenda()
    found = made_up_timetable(plan)
    everybody = replace(found, bookings=found.bookings[:1])
    assert absences_table(everybody, plan.review) is None
    assert absences_table(found, plan.review) is not None


def test_an_empty_timetable_has_a_title_without_days() -> None:
    empty = replace(made_up_timetable(made_up_agenda()), bookings=())
    assert title_line(empty, "Full").plain == "LT-TEST-1  Full, 0 bookings"


def test_whoever_misses_most_is_named_first() -> None:
    plan = made_up_agenda()
    found = agendas.changed(made_up_timetable(plan), "set-up", missing=("t3",))
    absences = absences_table(found, plan.review)
    assert absences is not None
    assert printed(absences).splitlines()[0].startswith("t3 Dana Example Set-up meeting (2 Mar), Joint meeting 1")


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (StageResult("finish", "working days", 9, 9), "finish 9 9 working days proven"),
        (StageResult("finish", "working days", 9, 7), "finish 9 7 working days might be 2 less"),
        (StageResult("finish", "working days", 9, 7, 2), "finish 9 7 working days proven, with the tolerance of 2"),
    ],
)
def test_a_stage_says_what_is_proven_about_it(stage: StageResult, said: str) -> None:
    found = replace(made_up_timetable(made_up_agenda()), stages=(stage,))
    assert printed(stages_table(found)).splitlines()[-1] == said


def test_the_verdict_names_each_open_stage() -> None:
    stages = (StageResult("late days", "working days", 0, 0), StageResult("finish", "working days", 9, 7, 1))
    found = replace(made_up_timetable(made_up_agenda()), stages=stages, status=Status.FEASIBLE)
    assert verdict(found).plain == "Best found; not proven: finish 9 (8 might be possible)."


def test_a_proof_with_tolerances_says_so() -> None:
    found = made_up_timetable(made_up_agenda())
    assert verdict(found).plain == "Proven: no timetable is better in any stage."
    tolerant = replace(found, stages=(StageResult("finish", "working days", 9, 7, 2),))
    assert verdict(tolerant).plain == "Proven: no timetable is better in any stage by more than its tolerance."


def test_what_lies_beyond_the_span_is_told() -> None:
    found = made_up_timetable(made_up_agenda())
    measures = {"elapsed_weeks": 24.6, "staff_hours": 312.5, "attendance_share": 0.934, "days_beyond_span": 3}
    told = "24.6 weeks to the final report, 312.5 staff hours, 93% of the places filled"
    beyond = "the last meeting lies 3 working days beyond the span"
    assert measures_line(replace(found, measures=measures)).plain == f"{told}; {beyond}"
    assert measures_line(replace(found, measures={**measures, "days_beyond_span": 0})).plain == told


def test_options_say_their_shape_in_words() -> None:
    words = {name: shape_words(option(name)) for name in shipped_options()}
    assert words == {
        "full": "evenly spread, give or take 10 working days",
        "intensive": "two blocks of at most 5 working days, 3 to 6 weeks apart",
        "speed-plus": "one week, Monday to Friday",
        "mid-range": "as early as possible",
        "focused": "all on one day",
        "themed": "as early as possible",
    }


def test_options_say_their_meetings_and_conversations_in_words() -> None:
    assert meetings_words(option("speed-plus")) == "5 review team, 2 joint and perhaps 1 findings"
    assert (
        meetings_words(option("themed"))
        == "2 review team and 10 audits; for each focused review 2 review team and 1 event"
    )
    assert [conversations_words(option(name)) for name in ("full", "mid-range", "focused")] == [
        "all key staff",
        "usually at most 6",
        "none",
    ]


def test_every_order_of_every_option_can_be_said() -> None:
    """Each kind of pairing and gap has words."""
    said = {order_words(order) for name in shipped_options() for order in option(name).orders}
    assert "review-team-meeting one after another (at least 5 working days between)" in said
    assert "conversation before review-team-meeting (the last of these that comes before joint-meeting)" in said
    assert "joint-meeting before findings-meeting (the last of them; at most 4 weeks between)" in said
    assert not [text for text in said if "None" in text or "()" in text]


def test_settings_have_their_units() -> None:
    from ltsched.domain.numbers import NUMBERS

    assert setting_words(NUMBERS["span-weeks"], 26) == "26 weeks"
    assert setting_words(NUMBERS["joint-meeting-quorum"], 0.6) == "0.6"
    assert setting_words(NUMBERS["findings-meeting"], "auto") == "auto"


def test_wide_terminals_show_options_without_broken_lines() -> None:
    assert "full 4 weeks 26 weeks all key staff 5 review team and 2 joint evenly spread" in printed(
        options_table([option("full")]), width=160
    )
    assert "must: lead-reviewer, essential people" in printed(activities_table(option("full")), width=200)


def test_free_time_is_a_share_of_the_working_hours_in_the_span() -> None:
    """A busy Monday of two weeks is a tenth; whoever works no hours has no share."""
    people = [agendas.person("l1"), agendas.person("l2")]
    plan = agendas.agenda(people, [], busy={"l1": agendas.span(0, "09:00", "17:00")}, span_days=14)
    assert free_share(plan.review.person("l1"), plan) == pytest.approx(0.9)
    assert free_share(plan.review.person("l2"), plan) == 1
    assert hours_a_week(plan.review.person("l1")) == 40
    idle = replace(plan.review.person("l1"), works=type(people[0].works)(()))
    assert free_share(idle, plan) is None


def test_hostile_names_stay_in_their_cells() -> None:
    plan = made_up_agenda(HOSTILE)
    shown = printed(people_table(plan.review, plan), width=200)
    assert "[bold red]Eve[/] [31mred]0;title gnp.exe second line <script>" in shown


def test_what_will_be_planned_is_counted_by_kind_or_title() -> None:
    plan = made_up_agenda()
    plan = replace(plan, activities=(*plan.activities, agendas.activity("board", title="Board briefing")))
    assert printed(to_plan_table(plan)).splitlines() == [
        "1 set-up",
        "1 conversation",
        "1 joint meeting",
        "1 Board briefing",
    ]


def test_own_stages_are_echoed_back() -> None:
    plan = made_up_agenda()
    review = replace(plan.review, stages=StageSettings(("finish",), {"missed-attendance": 2}))
    assert printed(stages_lines(review)) == "Stages first in order: finish\nTolerances of stages: missed-attendance 2"
    assert printed(stages_lines(plan.review)) == ""


def test_sections_and_bullets_take_texts_as_they_stand() -> None:
    assert printed(section("[Title]", bullets(["[red]one", "two"]))) == "[Title]\n– [red]one\n– two\n"
