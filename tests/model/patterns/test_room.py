"""What the meetings of a day leave of it, and how much fits into that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.people import Role
from ltsched.domain.rules import Precedence
from ltsched.model.overlaps import Overlaps
from ltsched.model.patterns.layouts import meetings_in_order
from ltsched.model.patterns.room import fits, groups_of, room_of, starts_held_by
from tests.support.agendas import activity, agenda, at, conversation, person, span
from tests.support.solving import candidates_of

LEADS = ["l1", "l2"]
PEOPLE = [person(id, Role.LEAD_REVIEWER, agency="") for id in LEADS] + [person("t1"), person("c1", Role.CASE_GROUP)]
TALK = conversation("c1", [*LEADS, "t1"], leads=LEADS)
NOON = 12


def room(lead: str, made: Activity, order: list[Precedence] | None = None) -> list[int]:
    """Return the hours and half hours at which a conversation with `lead` can start beside a meeting from 12 to 14."""
    plan = agenda(PEOPLE, [made, TALK], days=1, precedences=order or [])
    free, candidates = candidates_of(plan)
    overlaps = Overlaps.of(plan)
    ordered = meetings_in_order(plan, overlaps, [candidates["m"]])
    groups = groups_of([candidates[TALK.id]], ordered, overlaps.after)
    found = room_of(((ordered[0], NOON),), groups, LEADS, 0, free.grid.slots_a_day)
    within = starts_held_by(candidates[TALK.id], lead, free)
    return list(free.grid.members(found[lead, 0] & within))


BEFORE, AFTER = [0, 2], [20, 22, 24]


def test_the_gap_before_a_meeting_is_kept_free() -> None:
    """From nine or half past, with half an hour before noon; from two on; whoever need not come is free all day."""
    made = activity("m", must=("l1",))
    assert room("l1", made) == BEFORE + AFTER
    assert room("l2", made) == list(range(0, 25, 2))


def test_the_order_leaves_only_one_side() -> None:
    """Before it, for who need not be there without the gap; after it, from its end on."""
    made = activity("m", must=("l1",))
    assert room("l1", made, [Precedence(TALK.id, "m")]) == BEFORE
    assert room("l2", made, [Precedence(TALK.id, "m")]) == [0, 2, 4]
    assert room("l1", made, [Precedence("m", TALK.id)]) == AFTER
    assert room("l2", made, [Precedence("m", TALK.id)]) == AFTER


def test_what_is_agreed_on_takes_the_time_of_who_must_hold_it() -> None:
    """Its gap too; with somebody else who could do it, nobody's."""
    kept = replace(conversation("c1", LEADS, leads=LEADS), id="m", agreed=at(0, "12:00"))
    assert room("l1", kept) == BEFORE + AFTER[1:]
    assert room("l1", replace(kept, panel=TALK.panel)) == list(range(0, 25, 2))


def test_somebody_has_to_be_free_to_hold_it_as_well() -> None:
    """Both others are in other meetings all morning."""
    busy = {id: span(0, "09:00", "12:00") for id in ("l2", "t1")}
    free, candidates = candidates_of(agenda(PEOPLE, [TALK], days=1, busy=busy))
    assert min(free.grid.members(starts_held_by(candidates[TALK.id], "l1", free))) == NOON


@pytest.mark.parametrize(
    ("starts", "limit", "never", "most"),
    [
        ({"a": [0], "b": [0]}, 9, ["ab"], 1),
        ({"a": [0], "b": [3]}, 9, ["ab"], 1),
        ({"a": [0], "b": [4]}, 9, [], 2),
        ({"a": [4], "b": [0, 4]}, 9, [], 2),
        ({"a": [0, 4, 8], "b": [0, 4, 8], "c": [0, 4, 8]}, 9, [], 3),
        ({"a": [0, 4, 8], "b": [0, 4, 8], "c": [0, 4, 8]}, 2, [], 2),
        ({"a": [], "b": [0]}, 9, ["a"], 1),
        ({"a": []}, 9, ["a"], 0),
    ],
)
def test_how_much_fits_into_a_day(starts: dict[str, list[int]], limit: int, never: list[str], most: int) -> None:
    """Four slots each, one after the other, whichever comes first."""
    bits = {id: sum(1 << slot for slot in slots) for id, slots in starts.items()}
    found = fits(bits, dict.fromkeys(starts, 4), limit)
    assert found.never == {frozenset(ids) for ids in never}
    assert found.most == most
