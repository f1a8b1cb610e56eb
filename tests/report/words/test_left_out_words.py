"""What is left out, as people read it: names with the ids behind them, activities by their titles."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.option import Kind
from ltsched.domain.partial.left_out import LeftOut
from ltsched.report.words.left_out_words import told_left_out
from tests.support.agendas import activity, agenda, at, booking, conversation, person, timetable

PEOPLE = [person("l1"), person("l2"), person("p5"), person("p6")]
PLAN = agenda(
    PEOPLE,
    [
        activity("event", kind=Kind.EVENT, title="One-day event", must=("l1",)),
        conversation("p5", ["l1", "l2"], title="Conversation"),
    ],
)
FOUND = timetable(PLAN, [booking(PLAN, "event", at(0, "10:00")), booking(PLAN, "conversation:p5", at(1, "10:00"))])


def test_names_are_put_to_what_the_file_says() -> None:
    out = (
        LeftOut(
            "conversation:p6",
            "Conversation",
            "the conversation with p6 and conversation:p5 do not fit together into the time of l1",
            "if the quorum of the one-day event were lower, and l2 could come",
        ),
        LeftOut("joint-meeting:2", "Joint meeting 2", "it does not fit beside what is kept, which counts more"),
    )
    first, second = told_left_out(replace(FOUND, left_out=out), PLAN.review)
    assert first.activity == "conversation:p6"
    assert first.what == "Conversation with Name of p6 (p6)"
    assert first.why == (
        "The conversation with Name of p6 (p6) and the conversation with Name of p5 (p5) do not fit together into the "
        "time of Name of l1 (l1)"
    )
    assert first.cure == "If the quorum of the one-day event were lower, and Name of l2 (l2) could come"
    assert (second.what, second.cure) == ("Joint meeting 2", "")


def test_where_all_is_booked_nothing_is_told() -> None:
    assert told_left_out(FOUND, PLAN.review) == ()
