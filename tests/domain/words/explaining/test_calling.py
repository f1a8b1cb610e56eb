"""What people, rooms and activities are called."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.words.explaining.calling import by_id, call_of, capital, together
from tests.support import agendas
from tests.support.made_up import HOSTILE


def test_a_person_has_name_and_id_and_without_a_name_id_and_role() -> None:
    nameless = replace(agendas.person("p2", Role.CASE_GROUP), name="")
    call = call_of(agendas.review([agendas.person("t1"), nameless]))
    assert call("t1") == "Name of t1 (t1)"
    assert call("p2") == "p2 (case group)"
    assert call("nobody") == "nobody"


def test_a_room_has_name_and_id() -> None:
    rooms = (agendas.room("r1"), replace(agendas.room("r2"), name=""))
    call = call_of(agendas.review([agendas.person("t1")], rooms=rooms))
    assert call("r1") == "Room r1 (r1)"
    assert call("r2") == "room r2"


def test_activities_are_called_by_their_titles_within_a_sentence() -> None:
    """A conversation by whom it is with; a title that several have, by what tells them apart; one's own as it is."""
    activities = [
        agendas.conversation("t1", ("l1", "l2"), title="Conversation"),
        agendas.activity("joint-meeting:1", kind=Kind.JOINT_MEETING, title="Joint meeting 1"),
        agendas.activity("event:fr1", kind=Kind.EVENT, title="One-day event"),
        agendas.activity("event:fr2", kind=Kind.EVENT, title="One-day event"),
        agendas.activity("own", title="SCR panel"),
        agendas.activity("rtm", kind=Kind.REVIEW_TEAM_MEETING, title="RTM"),
    ]
    call = call_of(agendas.review([agendas.person("t1")]), activities)
    assert call("conversation:t1") == "the conversation with Name of t1 (t1)"
    assert call("joint-meeting:1") == "joint meeting 1"
    assert call("event:fr2") == "one-day event fr2"
    assert (call("own"), call("rtm")) == ("SCR panel", "the RTM")


def test_a_name_cannot_act_on_a_screen() -> None:
    call = call_of(agendas.review([replace(agendas.person("t1"), name=HOSTILE)]))
    assert call("t1").isprintable()


def test_a_sentence_begins_with_a_capital_but_an_id_stays() -> None:
    assert capital("joint meeting 2 has no day") == "Joint meeting 2 has no day"
    assert capital("t01 (review team) is away") == "t01 (review team) is away"
    assert capital("joint-meeting:1 has no day") == "joint-meeting:1 has no day"


def test_many_of_a_kind_are_counted() -> None:
    kinds = {f"conversation:{number}": Kind.CONVERSATION for number in range(4)} | {"own": Kind.OTHER}
    assert together(list(kinds), kinds, by_id) == "4 conversations and own"
    assert together(["conversation:0", "conversation:1"], kinds, by_id) == "conversation:0 and conversation:1"
