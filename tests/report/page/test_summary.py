"""What stands first: when it ends, who is missing, what to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ltsched.domain.timetable import StageResult, Status
from ltsched.report.page.entries import entries
from ltsched.report.page.plans import absences, missed_meetings, plans
from ltsched.report.page.steps import next_steps
from ltsched.report.page.summary import GOOD, WARN, end_card, meetings_card, missing_card
from ltsched.report.page.sureness import sureness, weighed
from tests.report.page.samples import small, unproven
from tests.support import agendas

FINAL = agendas.day(46)
"""The final report of the small timetable: eight working days after its last meeting, Tuesday 6 April 2027."""


@pytest.mark.parametrize(
    ("deadline", "says", "tone"),
    [
        (None, "The review has no deadline.", GOOD),
        (agendas.day(53), "In time: 5 working days before the deadline, Fri 23 Apr 2027.", GOOD),
        (FINAL, "On the deadline, Fri 16 Apr 2027.", GOOD),
        (agendas.day(43), "Late: 3 working days after the deadline, Tue 13 Apr 2027.", WARN),
    ],
)
def test_when_it_ends(deadline: date | None, says: str, tone: str) -> None:
    timetable, review = small(deadline)
    card = end_card(timetable, review)
    assert card.answer.replace("\N{NO-BREAK SPACE}", " ") == "Final report Fri 16 Apr 2027"
    assert card.lines == (says, "The last meeting is on Tue 6 Apr 2027.")
    assert card.tone == tone


def test_a_deadline_on_a_holiday_is_not_moved() -> None:
    """The report on the working day after it is one late; on the last one before it nothing is left."""
    timetable, review = small(agendas.day(45))
    card = end_card(timetable, replace(review, holidays=frozenset({agendas.day(45)})))
    assert "Late: 1 working day after the deadline, Thu 15 Apr 2027." in card.lines
    assert card.tone == WARN
    timetable, review = small(agendas.day(48))
    text = "In time, with no working day left before the deadline, Sun 18 Apr 2027."
    assert text in end_card(timetable, review).lines


def test_a_report_at_a_weekend_after_the_deadline_is_told() -> None:
    """No working day lies between, and that it comes after the deadline is said all the same."""
    timetable, review = small(agendas.day(45))
    card = end_card(timetable, replace(review, holidays=frozenset({agendas.day(46)})))
    assert "After the deadline, Thu 15 Apr 2027, with no working day between." in card.lines


def test_a_last_meeting_beyond_the_span_is_told() -> None:
    timetable, review = small()
    card = end_card(replace(timetable, measures={"days_beyond_span": 2}), review)
    assert card.lines[-1] == "It lies 2 working days beyond the span that the option has."
    assert card.tone == WARN


def test_who_is_missing() -> None:
    timetable, review = small()
    booked = entries(timetable, review)
    everybody = plans(review, booked)
    card = missing_card(everybody, missed_meetings(review, booked))
    assert card.answer == "2 of 7 people cannot come to everything"
    assert card.lines == ("Joint meeting 1 (6 Apr), 2 of 7: Dana Example (t3) and Name of c3 (c3).",)
    assert [(absence.id, absence.what) for absence in absences(everybody)] == [
        ("t3", ("Joint meeting 1 (6 Apr)",)),
        ("c3", ("Joint meeting 1 (6 Apr)",)),
    ]


def test_a_long_list_of_who_is_missing_is_cut_and_says_so() -> None:
    timetable, review = small()
    timetable = agendas.changed(timetable, "joint-meeting:1", missing=("t1", "t2", "t3", "c1", "c2"))
    six = tuple(replace(timetable.bookings[-1], activity=f"joint-meeting:{number}") for number in range(6))
    booked = entries(replace(timetable, bookings=six), review)
    card = missing_card(plans(review, booked), missed_meetings(review, booked))
    assert "Name" not in card.answer
    assert card.lines[0].endswith("Dana Example (t1), Dana Example (t2), Dana Example (t3) and 2 more.")
    assert card.lines[-1] == "And 2 more meetings."
    assert len(card.lines) == 5


def test_nobody_is_missing() -> None:
    card = missing_card((), ())
    assert (card.answer, card.tone) == ("Nobody", GOOD)


def test_how_many_meetings() -> None:
    timetable, _ = small()
    card = meetings_card(timetable)
    assert card.answer == "3 bookings"
    assert card.lines[0] == "1 set-up meeting, 1 conversation and 1 joint meeting."
    assert card.lines[1].endswith("staff hours in all.")


def steps(late: bool = False, verified: bool = True, proven: bool = True) -> list[str]:
    timetable, review = small(agendas.day(43) if late else None)
    timetable = replace(timetable if proven else unproven(timetable), warnings=("one", "two"))
    missing = absences(plans(review, entries(timetable, review)))
    return [step.text for step in next_steps(timetable, review, missing, sureness(timetable), verified=verified)]


def test_what_to_do_next_comes_in_order() -> None:
    tell, read, send = steps()
    assert tell.startswith("Tell the 2 people who cannot come to everything")
    assert read == "Read the 2 warnings"
    assert send == "Send the invitations"
    first, second, third, *_ = steps(late=True, verified=False, proven=False)
    assert first.startswith("Send nothing yet")
    assert second.startswith("The report is 3 working days late")
    assert third.startswith("The timetable is not proven to be the best")


def test_while_something_waits_for_the_end_of_a_hold() -> None:
    """That is what the page says first, and what there is to do."""
    timetable, review = small()
    ids = tuple(f"conversation:p{number:02}" for number in range(8))
    waiting = replace(unproven(timetable), waiting=ids, milestones=())
    card = end_card(waiting, review)
    assert (card.answer, card.tone) == ("The report waits", WARN)
    assert "8 bookings wait: conversation:p00, conversation:p01, " in card.lines[1]
    assert card.lines[1].endswith(" and 3 more.")
    assert card.lines[2].startswith("The last meeting that has a date is on ")
    hold, longer, *_ = next_steps(waiting, review, (), sureness(waiting), verified=True)
    assert (hold.text[:26], hold.command) == ("Once it is known when the ", "ltsched replan")
    assert longer.command == "ltsched replan --time-limit 600"


def test_a_gap_in_the_preferences_alone_is_no_reason_to_plan_longer() -> None:
    timetable, review = small()
    stage = StageResult("preferences: balance", "conversations", 3, 1)
    sure = sureness(replace(timetable, status=Status.FEASIBLE, stages=(stage,)))
    assert sure.headline == "Proven in all that matters most"
    assert sure.explanation.endswith("balance by up to 2 conversations.")
    assert not sure.worth_planning_longer
    [told] = weighed(replace(timetable, stages=(stage,)), review)
    assert told.proof == "not proven: at best 1 conversation"


def test_a_preference_that_a_review_puts_first_matters_as_what_follows_it() -> None:
    """Open, it is no finer preference: what comes after it may be better as well once it is."""
    timetable, _ = small()
    stages = (StageResult("preferences: lunch", "bookings", 3, 1), StageResult("finish", "working days", 9, 9))
    sure = sureness(replace(timetable, status=Status.FEASIBLE, stages=stages))
    assert (sure.headline, sure.worth_planning_longer) == ("Not proven", True)
    assert sure.explanation.endswith("a better one may exist: lunch by up to 2 bookings.")


def test_what_was_planned_again_is_certain_among_those_that_move_as_little() -> None:
    timetable, _ = small()
    sure = sureness(replace(timetable, stages=(StageResult("moved", "bookings", 1, 1),)))
    assert sure.explanation == "No other timetable that moves as little is better: this is certain."


def test_a_tolerance_is_told() -> None:
    timetable, review = small()
    timetable = replace(timetable, stages=(StageResult("late days", "working days", 2, 0, tolerance=3),))
    assert sureness(timetable).explanation == (
        "No other timetable is better by more than the tolerance that the review gives: this is certain."
    )
    [told] = weighed(timetable, review)
    assert (told.found, told.proof) == ("2 working days", "proven, within the tolerance of 3: at best 0 working days")


def test_what_is_only_feasible_is_not_proven() -> None:
    timetable, _ = small()
    assert sureness(replace(timetable, status=Status.FEASIBLE, stages=())).worth_planning_longer
