"""One activity that several things stand in the way of, each by itself."""

from __future__ import annotations

from ltsched.domain.people import Role
from ltsched.solve.explaining.clashes import find_clashes
from ltsched.solve.explaining.merged import merged
from tests.support.agendas import activity, agenda, day, person
from tests.support.clashing import away, is_smallest, runner, the

L1 = person("l1", Role.LEAD_REVIEWER, agency="")
T1 = person("t1")


def test_two_people_without_whom_it_cannot_be_are_two_clashes() -> None:
    """Each is in its way by themselves, and each of the facts has a part in it."""
    plan = agenda([L1, T1], [activity("a", must=("l1", "t1"), first=day(0), end=day(2))])
    plan = away(away(plan, "l1", "court", [0, 1]), "t1", "leave", [0, 1])

    clashes = merged(find_clashes(plan, runner()), plan)

    assert [clash.activities for clash in clashes] == [("a",), ("a",)]
    assert [the(clash, "diary").kind for clash in clashes] == ["court", "leave"]
    for clash in clashes:
        is_smallest(plan, clash)


def test_two_people_who_are_away_on_different_days_are_one_clash() -> None:
    """Only together do they leave it no day."""
    plan = agenda([L1, T1], [activity("a", must=("l1", "t1"), first=day(0), end=day(2))])
    plan = away(away(plan, "l1", "court", [0]), "t1", "leave", [1])

    (clash,) = find_clashes(plan, runner())

    assert {fact.kind for fact in clash.facts if fact.rule == "diary"} == {"court", "leave"}
