"""Bank holidays as facts of a clash: named where they have a part in it, with the days that matter, and else not."""

from __future__ import annotations

from datetime import date

from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.open_time import bank_holidays
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, LagUnit, Precedence
from ltsched.domain.settled import WishedWindow
from ltsched.domain.words.explaining.calling import by_id
from ltsched.domain.words.explaining.fact_words import fact_words
from ltsched.solve.explaining.clashes import find_clashes
from tests.support.agendas import activity, agenda, day, person
from tests.support.clashing import away, is_smallest, runner, the

L1 = person("l1", Role.LEAD_REVIEWER, agency="")
T1 = person("t1")
OFF = (day(25), day(28))
"""A Friday, and the Monday after it."""


def rules(clash: Clash) -> set[str]:
    return {fact.rule for fact in clash.facts}


def test_a_window_of_bank_holidays_is_a_clash_of_the_two() -> None:
    """Of several bank holidays those in the window are named; nobody's diary has a part in it."""
    window = ((WishedWindow(first=day(25), last=day(28)),),)
    plan = agenda([L1, T1], [activity("a", must=("l1", "t1"), windows=window)], holidays=(*OFF, day(45)))

    (clash,) = find_clashes(plan, runner())

    assert rules(clash) == {"wished window", "bank holiday"}
    assert the(clash, "bank holiday").dates == OFF
    assert the(clash, "bank holiday").kind == "bank-holiday"
    assert fact_words(the(clash, "bank holiday"), plan, by_id) == (
        "Fri 26 Mar 2027 and Mon 29 Mar 2027 are bank holidays"
    )
    is_smallest(plan, clash)


def test_who_is_away_on_all_other_days_clashes_with_the_bank_holiday() -> None:
    """Without the bank holiday they could come on it."""
    plan = agenda([L1], [activity("a", must=("l1",), first=day(24), end=day(30))], holidays=OFF)
    plan = away(plan, "l1", "leave", [24, 29])

    (clash,) = find_clashes(plan, runner())

    assert the(clash, "bank holiday").dates == OFF
    assert the(clash, "diary").dates == (day(24), day(29))
    is_smallest(plan, clash)


def test_where_they_are_away_on_it_too_the_bank_holiday_has_no_part_in_it() -> None:
    plan = agenda([L1], [activity("a", must=("l1",), first=day(24), end=day(30))], holidays=OFF)
    plan = away(plan, "l1", "leave", range(24, 30))

    (clash,) = find_clashes(plan, runner())

    assert "bank holiday" not in rules(clash)
    assert the(clash, "diary").dates == (day(24), *OFF, day(29))
    is_smallest(plan, clash)


def test_of_several_activities_those_days_that_matter_are_named() -> None:
    """Two that have to lie on different days, and one day left for both."""
    first, end = day(25), day(30)
    pair = [activity(id, must=("l1",), first=first, end=end) for id in ("a", "b")]
    order = [Precedence("a", "b", 1, unit=LagUnit.WORKING_DAYS)]
    plan = agenda([L1], pair, precedences=order, holidays=(*OFF, day(45)))

    (clash,) = find_clashes(plan, runner())

    assert clash.activities == ("a", "b")
    assert the(clash, "bank holiday").dates == OFF, "each would leave a second day"
    is_smallest(plan, clash)


def test_a_lag_in_working_days_clashes_with_the_bank_holidays_that_it_goes_over() -> None:
    """Nothing would lie on them: they only do not count."""
    windows = {id: ((WishedWindow(first=day(number), last=day(number)),),) for id, number in (("a", 24), ("b", 30))}
    both = [activity(id, must=("l1",), windows=window) for id, window in windows.items()]
    order = [Precedence("a", "b", 3, unit=LagUnit.WORKING_DAYS)]
    plan = agenda([L1], both, precedences=order, holidays=(*OFF, day(45)))

    (clash,) = find_clashes(plan, runner())

    assert rules(clash) == {"wished window", "lag", "bank holiday"}
    assert the(clash, "bank holiday").dates == OFF
    is_smallest(plan, clash)


def test_at_most_so_many_working_days_count_as_they_are() -> None:
    """Without its bank holidays a block would be too long: that does not make them a part of what clashes."""
    blocks = Blocks(("a", "b"), (), most_working_days=2, least_days=0, most_days=1000)
    windows = {id: ((WishedWindow(first=day(number), last=day(number)),),) for id, number in (("a", 24), ("b", 30))}
    both = [activity(id, must=("l1",), windows=window) for id, window in windows.items()]
    plan = agenda([L1], both, shape=blocks, holidays=OFF)

    (clash,) = find_clashes(plan, runner())

    assert rules(clash) == {"wished window", "block"}
    is_smallest(plan, clash)


def test_those_of_weekends_and_after_the_review_are_no_facts() -> None:
    plan = agenda([L1], [activity("a", must=("l1",))], holidays=(day(5), day(7), day(61)))
    assert bank_holidays(plan) == (date(2027, 3, 8),)
