"""How many conversations a day can hold, never too few."""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import DailyLoad
from ltsched.model.places import most_held_by_day, places_of
from tests.support.agendas import agenda, conversation, person, span
from tests.support.solving import candidates_of

REVIEWERS = [*(person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2")), person("t1"), person("t2")]
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(8)]


def talks(pool: list[str], leads: list[str], **more: object) -> Agenda:
    """Return two days of eight conversations of two hours and half an hour, held by two of `pool`."""
    made = [conversation(each.id, pool, leads=leads) for each in STAFF]
    return agenda([*REVIEWERS, *STAFF], made, days=2, **more)  # type: ignore[arg-type]


def most(plan: Agenda) -> dict[int, int]:
    free, candidates = candidates_of(plan)
    return most_held_by_day(plan, free, list(candidates.values()))


def test_one_pair_holds_three_a_day_and_two_pairs_six() -> None:
    """Eight hours, and the gap after the last may lie after hours."""
    assert most(talks(["l1", "t1"], ["l1"])) == {0: 3, 1: 3}
    assert most(talks(["l1", "l2", "t1", "t2"], ["l1", "l2"])) == {0: 6, 1: 6}


def test_any_two_of_three_have_one_in_common() -> None:
    """Three reviewers have nine places, and no two conversations at a time: three and not four a day."""
    assert most(talks(["l1", "l2", "t1"], [])) == {0: 3, 1: 3}


def test_one_lead_reviewer_is_in_all_of_them() -> None:
    """However many may hold them with him."""
    assert most(talks(["l1", "t1", "t2"], ["l1"])) == {0: 3, 1: 3}


def test_diaries_and_the_daily_load_count() -> None:
    """A morning away, a limit of two."""
    busy = {"l1": span(0, "09:00", "12:00")}
    assert most(talks(["l1", "t1"], ["l1"], busy=busy)) == {0: 2, 1: 3}
    loads = [DailyLoad(tuple(f"conversation:{each.id}" for each in STAFF), 2)]
    assert most(talks(["l1", "t1"], ["l1"], daily_loads=loads)) == {0: 2, 1: 2}


def test_a_day_of_which_somebody_has_nothing_is_left_out() -> None:
    """By person, the days on which they could hold something; none for who holds nothing."""
    plan = talks(["l1", "t1", "t2"], [], busy={"t1": span(0, "00:00", "23:59")})
    free, candidates = candidates_of(plan)
    held = list(candidates.values())
    assert places_of(plan, free, held, "t1") == {1: 3}
    assert places_of(plan, free, held, "l2") == {}
