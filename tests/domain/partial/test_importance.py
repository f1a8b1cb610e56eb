"""How important activities are: the table that is shipped, and what it makes of a conversation."""

from __future__ import annotations

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.partial.importance import (
    MOST_IMPORTANCE,
    RANK,
    ImportanceRow,
    importance_of,
    importance_rows,
    usual_importance,
)
from ltsched.domain.people import Role
from tests.support.agendas import activity, conversation, person, review

RANKED = [person(f"c{rank}", Role.CASE_GROUP, conversation_rank=rank) for rank in (1, 2, 3)]
NO_RANK = person("c9", Role.CASE_GROUP)


def test_every_kind_has_a_row() -> None:
    assert set(usual_importance()) == {*map(str, Kind), RANK}


@pytest.mark.parametrize("row", importance_rows().values(), ids=lambda row: row.name)
def test_a_row_is_whole(row: ImportanceRow) -> None:
    assert 1 <= row.weight <= MOST_IMPORTANCE
    assert row.what.strip() == row.what != ""
    assert row.what.isprintable()


def test_essential_meetings_come_first_then_those_of_the_review_team_then_all_else() -> None:
    """A meeting of the review team counts more than twenty conversations."""
    usual = usual_importance()
    first = {usual[name] for name in ("set-up", "introduction", "joint-meeting", "event")}
    assert len(first) == 1
    assert first.pop() > usual["review-team-meeting"] > 20 * usual["conversation"]
    assert usual["family-conversation"] > usual["findings-meeting"] > usual["conversation"] > usual["audit"]


def test_a_conversation_counts_less_by_its_rank() -> None:
    """By as much for each; who has no rank comes after all who have one."""
    weights = {"conversation": 10, RANK: 3}
    people = [*RANKED, NO_RANK]
    counts = [importance_of(conversation(one.id, ("l1",)), people, weights) for one in people]
    assert counts == [10, 7, 4, 1]


def test_it_always_counts_something() -> None:
    assert importance_of(conversation("c3", ("l1",)), RANKED, {"conversation": 2, RANK: 5}) == 1


def test_without_any_rank_all_count_the_same() -> None:
    assert importance_of(conversation("c9", ("l1",)), [NO_RANK], {"conversation": 10, RANK: 3}) == 10


def test_all_else_counts_by_its_kind() -> None:
    assert importance_of(activity("a", kind=Kind.AUDIT), RANKED, usual_importance()) == usual_importance()["audit"]


def test_a_review_made_in_a_program_has_them_all() -> None:
    assert review([person("t1")]).importance == usual_importance()
