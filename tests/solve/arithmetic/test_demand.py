"""How many of some people a panel needs at least: of all panels that are allowed the one with fewest of them."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.activities import Panel
from ltsched.solve.arithmetic.demand import groups_of_people, least_of

POOL = ("l1", "l2", "t1", "t2", "t3")
LEADS = frozenset(POOL[:2])


def test_a_pool_of_two_for_two_needs_both() -> None:
    """And one of three needs none of one in particular."""
    assert least_of(Panel(POOL[:2], 2), frozenset({"l1"})) == 1
    assert least_of(Panel(POOL[:3], 2), frozenset({"l1"})) == 0
    assert least_of(Panel(POOL, 2, LEADS, 1), LEADS) == 1
    assert least_of(Panel(POOL, 2, LEADS, 2), LEADS) == 2


def test_of_those_kept_apart_one_counts() -> None:
    """Of t1, t2 and t3 one can be on a panel of two, so that the other is a lead reviewer."""
    assert least_of(Panel(POOL, 2, apart=(frozenset(POOL[2:]),)), LEADS) == 1


@settings(derandomize=True)
@given(
    size=st.integers(1, 3),
    least_leads=st.integers(0, 2),
    apart=st.sets(st.sampled_from(POOL)),
    people=st.frozensets(st.sampled_from(POOL)),
)
def test_it_never_tells_more_than_any_allowed_panel_has(
    size: int, least_leads: int, apart: set[str], people: frozenset[str]
) -> None:
    """By trying all panels."""
    panel = Panel(POOL, size, LEADS, least_leads, (frozenset(apart),) if apart else ())
    allowed = [frozenset(c) for c in itertools.combinations(POOL, size) if panel.allows(frozenset(c))]
    assert all(least_of(panel, people) <= len(people & chosen) for chosen in allowed)


def test_the_groups_are_those_who_are_needed_leads_and_pools() -> None:
    """Each once."""
    panels = {"a": Panel(POOL[:2], 2, LEADS, 1), "b": Panel(POOL[:3], 2, LEADS, 1)}
    groups = list(groups_of_people(panels))
    assert len(groups) == len(set(groups))
    assert {LEADS, frozenset(POOL[:3]), frozenset({"l1"}), frozenset({"l2"})} == set(groups)
