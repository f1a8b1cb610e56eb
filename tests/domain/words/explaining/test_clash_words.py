"""What a clash comes to, in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.activities import Panel
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.people import Role
from ltsched.domain.rules import Fact
from ltsched.domain.words.explaining.calling import by_id
from ltsched.domain.words.explaining.clash_words import clash_words
from tests.support import agendas

BOTH = ("joint-meeting:1", "joint-meeting:2")
LEAVE = Fact("diary", ("t1",), dates=(agendas.day(0),), kind="leave")
AGENDA = agendas.agenda(
    [agendas.person("t1"), agendas.person("c1", Role.CASE_GROUP)],
    [*map(agendas.activity, BOTH), agendas.conversation("c1", ("t1",))],
)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (["spread"], "have no day that is left for them"),
        (["quorum"], "have no day on which enough people can come"),
        (["room"], "have no day on which there is a room for them"),
        (["lag", "spread"], "do not fit together"),
        ([], "do not fit together"),
    ],
)
def test_several_of_which_none_fits_for_itself_say_so(rules: list[str], said: str) -> None:
    """Where no rule is between them, it is not that they do not fit together."""
    clash = Clash(BOTH, tuple(Fact(rule, BOTH) for rule in rules))
    assert clash_words(clash, AGENDA, by_id) == f"joint-meeting:1 and joint-meeting:2 {said}"


def test_who_is_away_is_named() -> None:
    assert clash_words(Clash(BOTH, (LEAVE,)), AGENDA, by_id).endswith("have no day on which t1 can come")
    tied = Clash(BOTH, (LEAVE, Fact("precedence", BOTH)))
    assert clash_words(tied, AGENDA, by_id).endswith("do not fit together into the time of t1")


def test_a_room_without_enough_seats_is_too_small() -> None:
    """Whatever the day."""
    seats = Clash(BOTH[:1], (Fact("quorum", BOTH[:1], number=3), Fact("seats", (BOTH[0], "r1"), number=2)))
    assert clash_words(seats, AGENDA, by_id) == "no room is large enough for joint-meeting:1"


def test_without_a_lead_reviewer_who_may_hold_it_that_is_said() -> None:
    talk = AGENDA.activity("conversation:c1")
    clash = Clash((talk.id,), (Fact("panel", (talk.id, "t1")),))
    assert clash_words(clash, AGENDA, by_id) == "too few people may hold conversation:c1"
    led = replace(talk, panel=Panel(("t1",), 1, frozenset(), 1))
    asked = replace(AGENDA, activities=(*AGENDA.activities[:2], led))
    assert clash_words(clash, asked, by_id) == "no lead reviewer may hold conversation:c1"
