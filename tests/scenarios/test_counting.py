"""What the guide says of counting is what the program counts: every example, computed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.rules import Blocks, Early, OneWeek, Spread
from ltsched.domain.stages.table import FINISH, MISSED_ATTENDANCE, MISSED_TWICE, stage_values
from ltsched.domain.words.wording import day_text
from ltsched.domain.working_days import WorkingDays
from ltsched.files.review.bank_holidays import bank_holidays
from ltsched.guide import read_topic
from ltsched.options.invited import quorum
from ltsched.options.shapes import even_positions
from ltsched.verify.values import late_days_of
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day, person, review
from tests.support.reading import customised, expanded

PLAIN = WorkingDays()
PEOPLE = [person("t1"), person("t2"), person("t3")]


def table() -> dict[str, tuple[str, str]]:
    """Return what is said of how each thing is counted, and the example."""
    section = read_topic("counting").split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    return {name: (how, example) for name, how, example in rows[2:]}


TABLE = table()


def on(plan: Agenda, **days: int) -> dict[str, object]:
    return {id: booking(plan, id, at(number, "10:00")) for id, number in days.items()}


def meetings(*ids: str) -> Agenda:
    return agenda(PEOPLE, [activity(id, must=("t1",), expected=("t2", "t3")) for id in ids])


def late() -> str:
    due, report, holidays = date(2027, 3, 28), date(2027, 3, 30), bank_holidays("GB-ENG", [2027])
    assert date(2027, 3, 29) in holidays
    days = late_days_of(review([], deadline=due, holidays=holidays), report)
    return f"due {day_text(due)}, report {day_text(report)}, Easter Monday between: {days}"


def missed() -> str:
    plan = meetings("a", "b", "c")
    found = [booking(plan, id, at(n, "10:00"), missing=("t2", "t3")) for n, id in enumerate("abc")]
    return f"2 people who miss 3 bookings each: {stage_values(plan, found)[MISSED_ATTENDANCE]}"


def missed_again() -> str:
    people = [person(f"t{number}") for number in range(1, 8)]
    expected = tuple(each.id for each in people[1:])
    meeting = partial(activity, kind=Kind.JOINT_MEETING, must=("t1",), expected=expected)
    plan = agenda(people, [meeting(id) for id in "abc"])

    def value(*missing: tuple[str, ...]) -> int:
        found = [
            booking(plan, id, at(n, "10:00"), missing=m) for (n, id), m in zip(enumerate("abc"), missing, strict=True)
        ]
        assert stage_values(plan, found)[MISSED_ATTENDANCE] == 6
        return stage_values(plan, found)[MISSED_TWICE]

    same = value(("t2", "t3"), ("t2", "t3"), ("t2", "t3"))
    others = value(("t2", "t3"), ("t4", "t5"), ("t6", "t7"))
    return f"2 people who miss 3 joint meetings each: {same}; 6 people who miss one each: {others}"


def even() -> str:
    shape = expanded("full").shape
    assert isinstance(shape, Spread)
    assert even_positions(26 * 5, 7) == shape.positions
    return f"7 meetings over {26 * 5} days: {', '.join(map(str, shape.positions))}"


def spread() -> str:
    shape = Spread(("a", "b", "c"), (0, 3, 6), 9, tuple(PLAIN.between(MONDAY, day(28))))
    plan = meetings("a", "b", "c")
    uneven, evenness = shape.measures(on(plan, a=0, b=4, c=8), PLAIN)  # type: ignore[arg-type]  # bookings by id
    return f"even gaps, but for one meeting in the middle that is a day late: {uneven}, then {evenness}"


def blocks() -> str:
    plan = meetings("a", "b", "c", "d")
    shape = Blocks(("a", "b"), ("c", "d"), 5, 21, 42)
    (length,) = shape.measures(on(plan, a=0, b=3, c=29, d=32), PLAIN)  # type: ignore[arg-type]
    return f"Mon to Thu and Tue to Fri: {length}"


def one_week() -> str:
    plan = expanded("speed-plus", commissioned=MONDAY + timedelta(days=1 - 7 * 16))
    assert isinstance(plan.shape, OneWeek)
    hand_made = meetings("introduction")
    (passed,) = plan.shape.measures(on(hand_made, introduction=1), PLAIN)  # type: ignore[arg-type]
    first, last = plan.span_start, plan.shape.first_monday + timedelta(days=4)
    return f"lead-in ends {day_text(first)}, everything from {day_text(first)} to {day_text(last)}: {passed}"


def early() -> str:
    plan = meetings("a")
    (days,) = Early(("a",), MONDAY).measures(on(plan, a=4), PLAIN)  # type: ignore[arg-type]
    return f"lead-in ends {day_text(MONDAY)}, last meeting {day_text(day(4))}: {days}"


def finish() -> str:
    plan = meetings("a")
    report = plan.report_dates.final_report(day(2))
    days = stage_values(plan, [booking(plan, "a", at(2, "10:00"))])[FINISH]
    return f"commissioned {day_text(plan.review.commissioned)}, report {day_text(report)}: {days}"


def share() -> str:
    follows = {
        rule.after: rule.before[-1]
        for rule in expanded("full").precedences
        if rule.before.startswith("review-team-meeting:") and rule.after.startswith("joint-meeting:")
    }
    first, second = follows["joint-meeting:1"], follows["joint-meeting:2"]
    return f"5 analysis meetings, 2 joint meetings: after the {first}rd and the {second}th"


def half() -> str:
    rules = expanded(customised("focused", {"review-team-meetings": 3})).precedences
    before = sum(rule.after == "event" and rule.before.startswith("review-team-meeting:") for rule in rules)
    after = sum(rule.before == "event" and rule.after.startswith("review-team-meeting:") for rule in rules)
    return f"3 review-team meetings: {before} before the event, {after} after it"


EXAMPLES = {
    "late days": late,
    "missed attendance": missed,
    "missed twice": missed_again,
    "even positions": even,
    "shape, spread": spread,
    "shape, blocks": blocks,
    "shape, one week": one_week,
    "shape, early": early,
    "finish": finish,
    "quorum": lambda: f"0.6 of 7: {quorum(0.6, ('l1',), tuple('abcdef'))}",
    "pairing `share`": share,
    "pairing `half`": half,
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_the_program_counts(name: str) -> None:
    """Word for word, with the numbers of the program."""
    assert TABLE[name][1] == EXAMPLES[name]()


def test_every_row_has_an_example_that_is_computed() -> None:
    assert list(TABLE) == list(EXAMPLES)
