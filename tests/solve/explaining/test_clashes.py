"""What cannot hold together: the cause is named, nothing is named that has no part in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, OneDay, Precedence, Spread
from ltsched.domain.words.explaining.calling import by_id
from ltsched.domain.words.explaining.fact_words import fact_words
from ltsched.domain.words.wording import day_text
from ltsched.solve.explaining.clashes import find_clash, find_clashes, held_to
from ltsched.solve.explaining.merged import merged
from ltsched.solve.run import Runner
from tests.support.agendas import activity, agenda, conversation, day, person, room
from tests.support.brute_force import best_values
from tests.support.clashing import away, fits, is_smallest, rules, runner, the
from tests.support.small_agendas import small_agendas

L1, L2 = (person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2"))
T1, T2, T3 = person("t1"), person("t2"), person("t3")
C1, C2 = person("c1", Role.CASE_GROUP, agency="school"), person("c2", Role.CASE_GROUP, agency="school")


def test_who_must_come_and_is_on_leave_is_named_with_the_dates() -> None:
    plan = agenda([L1, T1], [activity("a", must=("l1", "t1"), first=day(1), end=day(4))])
    plan = away(plan, "t1", "leave", range(5))

    clash = find_clash(plan, runner())

    assert clash is not None
    fact = the(clash, "diary")
    assert (fact.ids, fact.kind, fact.dates) == (("t1",), "leave", (day(0), day(1), day(2), day(3)))
    assert the(clash, "must attend").ids == ("a", "t1")
    is_smallest(plan, clash)


def test_what_takes_longer_than_anybody_works_is_about_its_length_and_the_hours() -> None:
    plan = agenda([L1], [activity("a", must=("l1",), minutes=9 * 60)])

    clash = find_clash(plan, runner())

    assert clash is not None
    assert rules(clash) == {"must attend", "length", "diary"}
    assert the(clash, "length").number == 9 * 60
    assert the(clash, "diary").kind == "outside-hours"
    is_smallest(plan, clash)


def test_a_quorum_names_no_more_people_than_it_takes() -> None:
    team = [T1, T2, T3]
    plan = agenda(team, [activity("a", expected=("t1", "t2", "t3"), quorum=2, first=day(0), end=day(2))])
    plan = away(away(away(plan, "t1", "leave", [0, 1]), "t2", "court", [0, 1]), "t3", "busy", [0])

    clash = find_clash(plan, runner())

    assert clash is not None
    assert the(clash, "quorum").number == 2
    assert {fact.ids for fact in clash.facts if fact.rule == "diary"} == {("t1",), ("t2",)}
    is_smallest(plan, clash)


def test_a_quorum_says_on_which_day_most_can_come() -> None:
    plan = agenda([T1, T2, T3], [activity("a", expected=("t1", "t2", "t3"), quorum=3, first=day(0), end=day(2))])
    plan = away(away(plan, "t1", "leave", [0, 1]), "t2", "court", [0])

    fact = the(find_clash(plan, runner()), "quorum")

    assert fact.dates == (day(1),)
    assert fact_words(fact, plan, by_id).endswith(f"on its best day, {day_text(day(1))}, 2 can")


def test_a_room_that_is_too_small_is_named_with_its_seats() -> None:
    plan = agenda([T1, T2, T3], [activity("a", must=("t1", "t2", "t3"), room=RoomNeed.NEEDED)], rooms=[room("r1", 2)])

    clash = find_clash(plan, runner())

    assert clash is not None
    assert (the(clash, "seats").ids, the(clash, "seats").number) == (("r1",), 2)
    assert "room" in rules(clash)
    is_smallest(plan, clash)


def test_a_panel_that_nobody_else_may_be_on_names_who_may_not() -> None:
    plan = agenda([L1, T1, C1], [conversation("c1", ("l1",))])

    clash = find_clash(plan, runner())

    assert clash is not None
    assert rules(clash) == {"panel", "independence"}
    assert the(clash, "independence").ids == ("conversation:c1", "t1")
    is_smallest(plan, clash)


def test_a_lag_that_leaves_the_horizon_is_named_with_its_number() -> None:
    pair = [activity(id, must=("l1",), first=day(0), end=day(12)) for id in ("a", "b")]
    plan = agenda([L1], pair, precedences=[Precedence("a", "b", 10)], days=12)

    clash = find_clash(plan, runner())

    assert clash is not None
    assert clash.activities == ("a", "b")
    assert the(clash, "lag").number == 10
    assert {fact.kind for fact in clash.facts if fact.rule == "window"} == {"span"}
    is_smallest(plan, clash)


def test_what_has_to_follow_on_the_same_day_is_named_with_a_lag_of_no_days() -> None:
    pair = [activity("a", must=("l1",), first=day(0), end=day(1)), activity("b", must=("l1",), first=day(1))]
    clash = find_clash(agenda([L1], pair, precedences=[Precedence("a", "b", 0, 0)]), runner())

    assert the(clash, "lag").number == 0


def test_even_positions_are_named_with_their_tolerance() -> None:
    shape = Spread(("a",), (0,), 0, tuple(day(number) for number in range(5)))
    plan = away(agenda([L1], [activity("a", must=("l1",))], shape=shape), "l1", "court", [0])

    clash = find_clash(plan, runner())

    assert clash is not None
    assert the(clash, "spread").number == 0
    assert the(clash, "spread").dates == (day(0), day(1))
    assert the(clash, "diary").kind == "court"
    is_smallest(plan, clash)


def test_two_meetings_of_one_person_on_one_day_say_that_they_are_in_one_place_at_a_time() -> None:
    pair = [activity(id, must=("l1",), minutes=300, first=day(0), end=day(1)) for id in ("a", "b")]
    plan = agenda([L1], pair, shape=OneDay(("a", "b")), days=1)

    clash = find_clash(plan, runner())

    assert clash is not None
    assert clash.activities == ("a", "b")
    assert "double booking" in rules(clash)
    is_smallest(plan, clash)


def test_more_than_one_may_hold_in_a_day_is_about_the_daily_load() -> None:
    talks = [replace(conversation(id, ("l1", "l2")), minutes=30, first=day(0), end=day(1)) for id in ("c1", "c2")]
    loads = [DailyLoad(tuple(one.id for one in talks), 1)]
    plan = agenda([L1, L2, C1, C2], talks, daily_loads=loads, days=1)

    clash = find_clash(plan, runner())

    assert clash is not None
    assert the(clash, "daily load").number == 1
    is_smallest(plan, clash)


def test_what_is_the_same_of_two_meetings_is_told_as_one() -> None:
    pair = [activity(id, must=("l1", "t1"), first=day(0), end=day(3)) for id in ("a", "b")]
    plan = away(agenda([L1, T1], pair), "t1", "court", range(3))

    clashes = merged(find_clashes(plan, runner()), plan)

    assert [clash.activities for clash in clashes] == [("a", "b")]
    assert the(clashes[0], "must attend").ids == ("a", "b", "t1")
    is_smallest(plan, clashes[0])


def test_conversations_that_others_may_hold_are_one_clash_where_the_same_people_are_away() -> None:
    talks = [
        replace(conversation(id, ("l1", own), leads=("l1",)), first=day(0), end=day(2))
        for id, own in (("c1", "t1"), ("c2", "t2"))
    ]
    plan = away(agenda([L1, T1, T2, C1, C2], talks), "l1", "leave", range(2))

    clashes = merged(find_clashes(plan, runner()), plan)

    assert [clash.activities for clash in clashes] == [("conversation:c1", "conversation:c2")]
    assert the(clashes[0], "panel").ids == ("conversation:c1", "conversation:c2", "l1", "t1", "t2")
    is_smallest(plan, clashes[0])


def test_what_is_too_long_for_a_short_block_is_shown_without_any_doubt() -> None:
    pair = [activity(id, must=("l1",), minutes=300, first=day(0), end=day(12)) for id in ("a", "b")]
    plan = agenda([L1], pair, shape=Blocks(("a", "b"), (), 1, 0, 1000), days=12)

    clash = find_clash(plan, runner())

    assert clash is not None
    assert {"block", "length", "must attend", "double booking"} <= rules(clash)
    is_smallest(plan, clash)


def test_causes_that_have_nothing_in_common_are_several_clashes() -> None:
    plan = agenda(
        [L1, T1],
        [
            activity("a", must=("l1",), first=day(0), end=day(2)),
            activity("b", must=("t1",), first=day(7), end=day(9)),
            activity("c", must=("l1", "t1")),
        ],
    )
    plan = away(away(plan, "l1", "court", [0, 1]), "t1", "leave", [7, 8])

    clashes = merged(find_clashes(plan, runner()), plan)

    assert [clash.activities for clash in clashes] == [("a",), ("b",)]
    for clash in clashes:
        is_smallest(plan, clash)


def test_what_is_possible_has_no_clash() -> None:
    assert find_clash(agenda([L1], [activity("a", must=("l1",))]), runner()) is None


def test_nobody_is_found_out_about_when_the_time_is_over() -> None:
    pair = [activity(id, must=("l1",), minutes=300, first=day(0), end=day(1)) for id in ("a", "b")]
    plan = agenda([L1], pair, days=1)

    clash = find_clash(plan, Runner(0))

    assert clash is None or not clash.smallest


@settings(max_examples=25, deadline=None)
@given(plan=small_agendas())
def test_whatever_is_impossible_has_a_smallest_clash_and_what_is_possible_has_none(plan: Agenda) -> None:
    values = best_values(plan)

    clash = find_clash(plan, runner())

    assert (clash is None) == (values is not None)
    if clash is not None:
        is_smallest(plan, clash)


@settings(max_examples=15, deadline=None)
@given(plan=small_agendas(roomed=True))
def test_rooms_and_seats_are_no_less_sure(plan: Agenda) -> None:
    clash = find_clash(plan, runner())

    if clash is None:
        return
    assert best_values(plan) is None
    assert not fits(held_to(plan, clash))
    if clash.smallest:  # else it is not said that each of the facts has a part in it
        is_smallest(plan, clash)
