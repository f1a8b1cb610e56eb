"""What a fact of a clash says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.costs import cost_rows
from ltsched.domain.option import Kind, PanelTemplate, Template
from ltsched.domain.people import Role
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.rules import RULES, Fact, Precedence
from ltsched.domain.rules.precedence import LagUnit
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import Spans
from ltsched.domain.words.explaining.away_words import AWAY, short_words
from ltsched.domain.words.explaining.calling import by_id, call_of
from ltsched.domain.words.explaining.fact_words import WORDS, fact_words
from ltsched.domain.words.explaining.telling_of import in_order
from tests.support import agendas

JOINT = "joint-meeting:1"


@pytest.fixture
def agenda() -> Agenda:
    """Return an agenda of a conversation and a joint meeting, with a room."""
    people = [
        agendas.person("l1", Role.LEAD_REVIEWER, agency=""),
        agendas.person("t1", agency="Police"),
        agendas.person("t2", agency="Police"),
        agendas.person("c1", Role.CASE_GROUP, agency="Police"),
    ]
    activities = [
        agendas.conversation("c1", ("l1",), leads=("l1",), title="Conversation"),
        agendas.activity(JOINT, kind=Kind.JOINT_MEETING, title="Joint meeting 1", must=("l1",), expected=("t1", "t2")),
    ]
    order = Precedence("conversation:c1", JOINT, least=5)
    return replace(agendas.agenda(people, activities, rooms=(agendas.room("r1", 12),)), precedences=(order,))


def said(fact: Fact, agenda: Agenda) -> str:
    return fact_words(fact, agenda, call_of(agenda.review, agenda.activities))


def dates(*numbers: int) -> tuple[date, ...]:
    return tuple(map(agendas.day, numbers))


CASES = {
    "Name of t1 (t1) must come to joint meeting 1": Fact("must attend", (JOINT, "t1")),
    "at least 2 of the 3 invited have to come to joint meeting 1 (joint-meeting-quorum)": Fact(
        "quorum", (JOINT, "l1", "t1", "t2"), 2, "joint-meeting-quorum"
    ),
    "joint meeting 1 can only be from Mon 1 Mar 2027 to Fri 12 Mar 2027 (span-weeks = 2)": Fact(
        "window", (JOINT,), 2, "span-weeks", dates(0, 14)
    ),
    "Name of t1 (t1) is on leave: Mon 1 to Tue 2 Mar 2027": Fact(
        "diary", ("t1", JOINT), dates=dates(0, 1), kind="leave"
    ),
    "Name of t1 (t1) does not work on Fridays": Fact("diary", ("t1",), dates=dates(4, 11, 18), kind="part-time-day"),
    "Room r1 (r1) is taken: Mon 1 Mar 2027": Fact("diary", ("r1",), dates=dates(0), kind="room-busy"),
    "at least 5 working days from the conversation with Name of c1 (c1) to joint meeting 1": Fact(
        "lag", ("conversation:c1", JOINT), 5
    ),
    "the conversation with Name of c1 (c1) has to be over before joint meeting 1 starts": Fact(
        "precedence", ("conversation:c1", JOINT)
    ),
    "Room r1 (r1) has 12 seats": Fact("seats", (JOINT, "r1"), 12),
    "the conversation with Name of c1 (c1) takes 2 reviewers, one of them a lead reviewer "
    "(reviewers-per-conversation): only Name of l1 (l1) may hold it": Fact(
        "panel", ("conversation:c1", "l1"), 2, "reviewers-per-conversation"
    ),
    "Name of t1 (t1) and Name of t2 (t2) may not hold the conversation with Name of c1 (c1): of the same agency, "
    "Police": Fact("independence", ("conversation:c1", "t1", "t2")),
    "Name of l1 (l1) may not hold the conversation with Name of c1 (c1): not independent": Fact(
        "independence", ("conversation:c1", "l1")
    ),
    "joint meeting 1 takes 120 minutes (joint-meeting-minutes)": Fact("length", (JOINT,), 120, "joint-meeting-minutes"),
    "the conversation with Name of c1 (c1) and joint meeting 1 take 120 minutes each": Fact(
        "length", ("conversation:c1", JOINT), 120
    ),
    "joint meeting 1 is agreed for Mon 1 Mar 2027": Fact("agreed", (JOINT,), dates=dates(0)),
    "joint meeting 1 can be from Mon 1 Mar 2027 on at the earliest (lead-in-weeks = 4)": Fact(
        "window", (JOINT,), 4, "lead-in-weeks", dates(0), "lead-in"
    ),
    "joint meeting 1 can be on Fri 12 Mar 2027 at the latest (span-weeks = 2)": Fact(
        "window", (JOINT,), 2, "span-weeks", dates(14), "span"
    ),
    "Room r1 (r1) has 13 seats": Fact("seats", ("r1",), 13),
    "joint meeting 1 needs a room: there is Room r1 (r1)": Fact("room", (JOINT,)),
    "nobody holds more than 3 of the conversation with Name of c1 (c1) on one day (conversations-per-day)": Fact(
        "daily load", ("conversation:c1",), 3, "conversations-per-day"
    ),
    "everything starts at a multiple of 30 minutes after midnight (start-step-minutes)": Fact(
        "start step", number=30, key="start-step-minutes"
    ),
    "something new 7: joint meeting 1": Fact("something new", (JOINT,), 7),
}


@pytest.mark.parametrize(("text", "fact"), CASES.items())
def test_it_is_a_clause_with_names(text: str, fact: Fact, agenda: Agenda) -> None:
    assert said(fact, agenda) == text


@pytest.mark.parametrize("fact", CASES.values(), ids=lambda fact: fact.rule)
def test_by_ids_it_names_nobody(fact: Fact, agenda: Agenda) -> None:
    assert "Name of" not in fact_words(fact, agenda, by_id)


def test_the_same_times_of_day_are_said_once(agenda: Agenda) -> None:
    """Of many days with other times each, only the days are told; of few, each with its own."""
    same = Spans.of(pair for day in (0, 1) for pair in agendas.span(day, "09:00", "12:00"))
    fact = Fact("diary", ("t1",), dates=dates(0, 1), kind="busy", spans=same.pairs)
    assert said(fact, agenda).endswith(": Mon 1 to Tue 2 Mar 2027, 09:00–12:00")
    other = agendas.span(0, "09:00", "12:00") | agendas.span(1, "10:00", "12:00")
    assert said(replace(fact, spans=other.pairs), agenda).endswith(
        ": Mon 1 Mar 2027, 09:00–12:00; Tue 2 Mar 2027, 10:00–12:00"
    )


def test_a_hold_says_its_reason(agenda: Agenda) -> None:
    holds = (
        Hold(HoldScope.ACTIVITY, "joint-meeting", agendas.day(0), agendas.day(4), "trial"),
        Hold(HoldScope.PERSON, "t1", agendas.day(0), None, "witness"),
    )
    held = replace(agenda, review=replace(agenda.review, holds=holds))
    assert said(Fact("hold", (JOINT,), dates=dates(0, 1)), held) == (
        "joint meeting 1 is on hold (trial), Mon 1 to Tue 2 Mar 2027"
    )
    assert said(Fact("diary", ("t1",), dates=dates(0), kind="hold-of-person"), held) == (
        "Name of t1 (t1) is under a hold (witness) from Mon 1 Mar 2027 on, of which no end is known"
    )
    assert said(Fact("diary", ("t2",), dates=dates(0), kind="hold-of-person"), held) == (
        "Name of t2 (t2) is under a hold: Mon 1 Mar 2027"
    )


def test_the_window_of_a_person_says_when_they_can_be_booked(agenda: Agenda) -> None:
    """Which days are not in it says less."""
    windows = (
        WishedWindow(person="t1", weekdays=frozenset({1}), opens=time(9), closes=time(11)),
        WishedWindow(person="t1", first=agendas.day(60)),
        WishedWindow(person="t2", weekdays=frozenset({2})),
    )
    limited = replace(agenda, review=replace(agenda.review, windows=windows))
    assert said(Fact("diary", ("t1",), dates=dates(0, 1), kind="window"), limited) == (
        "Name of t1 (t1) can be booked only on Tue, 09:00–11:00, or from Fri 30 Apr 2027 ([[window]] of review.toml)"
    )


def test_every_rule_that_has_facts_has_words() -> None:
    """Without them people would read the name of the rule alone."""
    firsts = {kind.names[0] for kind in RULES if kind.names}
    assert firsts - WORDS.keys() == set()


def test_every_kind_of_absence_has_a_letter_of_its_own() -> None:
    """The rows of the costs that are paid for by half days of somebody or of a room."""
    absences = {name for name, row in cost_rows().items() if row.unit.startswith("half a day")}
    assert absences - AWAY.keys() == set()
    assert "" not in map(short_words, AWAY)
    letters = [words.letter for words in AWAY.values()]
    assert len(set(letters)) == len(letters)


def test_a_whole_day_has_no_times(agenda: Agenda) -> None:
    """Whatever hours a calendar gives it: nothing is left of those that they work."""
    whole = agendas.span(0, "08:00", "18:00") | agendas.span(1, "09:00", "12:00")
    fact = Fact("diary", ("t1",), dates=dates(0, 1), kind="leave", spans=whole.pairs)
    assert said(fact, agenda).endswith(": Mon 1 Mar 2027; Tue 2 Mar 2027, 09:00–12:00")
    three = replace(fact, dates=dates(0, 1, 3), spans=(whole | agendas.span(3, "08:00", "18:00")).pairs)
    assert said(three, agenda).endswith(": Mon 1 Mar and Thu 4 Mar 2027; Tue 2 Mar 2027, 09:00–12:00")
    only = replace(fact, dates=dates(0), spans=agendas.span(0, "08:00", "18:00").pairs)
    assert said(only, agenda).endswith("is on leave: Mon 1 Mar 2027")


def test_facts_are_told_in_their_order() -> None:
    """What has to be before who is away; each person's absences together, by day."""
    facts = [
        Fact("diary", ("t1",), dates=dates(3), kind="court"),
        Fact("diary", ("t2",), dates=dates(1), kind="leave"),
        Fact("something new"),
        Fact("diary", ("t1",), dates=dates(0), kind="leave"),
        Fact("must attend", (JOINT, "t1")),
    ]
    assert [facts.index(fact) for fact in in_order(facts)] == [4, 2, 3, 0, 1]


def test_who_is_not_asked_to_hold_any_is_counted(agenda: Agenda) -> None:
    """An option that has lead reviewers alone hold them needs no names of the review team."""
    template = Template(
        id="conversation",
        prefix="conversation",
        kind=Kind.CONVERSATION,
        title="Conversation",
        minutes=120,
        panel=PanelTemplate(("lead-reviewer",), 2),
    )
    asked = replace(agenda, option=replace(agenda.option, templates=(template,)))
    fact = Fact("independence", ("conversation:c1", "t1", "t2"))
    assert said(fact, asked) == "2 reviewers of the review hold none"


def test_several_activities_have_their_verb_and_a_window_says_when(agenda: Agenda) -> None:
    window = WishedWindow(activity="joint-meeting", weekdays=frozenset({0}), first=agendas.day(0))
    activities = tuple(replace(one, windows=((window,),)) for one in agenda.activities)
    wished = replace(agenda, activities=activities)
    both = ("conversation:c1", JOINT)
    assert said(Fact("wished window", (JOINT,)), wished) == (
        "joint meeting 1 lies within a [[window]] of review.toml: on Mon, from Mon 1 Mar 2027"
    )
    assert " lie within a [[window]]" in said(Fact("wished window", both), wished)
    assert said(Fact("room", both), agenda).endswith("and joint meeting 1 need a room: there is Room r1 (r1)")


def test_days_off_even_positions_are_those_of_one_activity(agenda: Agenda) -> None:
    """Of several, each has days of its own: the first one's are not told of all."""
    fact = Fact("spread", (JOINT,), number=10, dates=dates(0, 9))
    assert said(fact, agenda).endswith("from Mon 1 Mar 2027 to Tue 9 Mar 2027")
    both = said(replace(fact, ids=(JOINT, "conversation:c1")), agenda)
    assert both.startswith("each of joint meeting 1 and")
    assert both.endswith("from its even position")


def test_who_comes_to_their_own_conversation_is_named_once(agenda: Agenda) -> None:
    assert said(Fact("must attend", ("conversation:c1", "c1")), agenda) == (
        "Name of c1 (c1) must come to their own conversation"
    )


def test_of_conversations_with_other_pools_it_is_said_who_may_hold_all_and_who_some() -> None:
    people = [agendas.person(id, agency=agency) for id, agency in (("l1", ""), ("t1", "school"), ("t2", "clinic"))]
    for id, agency in (("c1", "clinic"), ("c2", "school")):
        people.append(agendas.person(id, Role.CASE_GROUP, agency=agency))
    talks = [agendas.conversation("c1", ("l1", "t1")), agendas.conversation("c2", ("l1", "t2"))]
    plan = agendas.agenda(people, talks)
    ids = tuple(talk.id for talk in talks)

    held = fact_words(Fact("panel", (*ids, "l1", "t1", "t2"), 2), plan, by_id)
    others = fact_words(Fact("independence", (*ids, "t2", "t1"), None), plan, by_id)

    assert held == (
        "each of conversation:c1 and conversation:c2 takes 2 reviewers: l1 may hold all of them, t1 and t2 some"
    )
    assert others == (
        "t2 may not hold conversation:c1: of the same agency, clinic; "
        "t1 may not hold conversation:c2: of the same agency, school"
    )


def test_a_lag_in_weeks(agenda: Agenda) -> None:
    """The fact counts days, as the rule does; they are told as the weeks that the number is."""
    order = Precedence("conversation:c1", JOINT, least=14, unit=LagUnit.DAYS)
    fact = Fact("lag", ("conversation:c1", JOINT), 14, "findings-least-weeks")
    words = said(fact, replace(agenda, precedences=(order,)))
    assert words.startswith("at least 2 weeks from the conversation with Name of c1 (c1) to joint meeting 1")
