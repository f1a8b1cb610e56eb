"""What it costs to do something where nothing fits: the table that is shipped."""

from __future__ import annotations

import pickle

import pytest

from ltsched.domain.explaining.costs import MOST_COST, CostRow, cost_rows, usual_costs
from tests.support.agendas import person, review


@pytest.mark.parametrize("row", cost_rows().values(), ids=lambda row: row.name)
def test_a_row_is_whole(row: CostRow) -> None:
    """It costs something, and says what for; what tells it is in small letters, as notes are looked at."""
    assert 1 <= row.cost <= MOST_COST
    for text in (row.unit, row.words):
        assert text.strip() == text != ""
        assert text.isprintable()
    assert all(word == word.casefold().strip() != "" for word in row.told_by)


def test_no_word_tells_two_kinds() -> None:
    """Which of them it is would depend on the order alone."""
    words = [word for row in cost_rows().values() for word in row.told_by]
    assert sorted(set(words)) == sorted(words)


def test_what_asks_more_of_somebody_costs_more() -> None:
    """Tentative, busy, not at work, training, leave, court: in this order."""
    costs = usual_costs()
    assert costs["tentative"] < costs["busy"] < costs["part-time-day"] == costs["outside-hours"] <= costs["training"]
    assert costs["training"] < costs["leave"] < costs["court"]


def test_a_review_made_in_a_program_has_them_all() -> None:
    """And a copy of its own: what one does with it does not change another."""
    made, other = review([person("t1")]), review([person("t1")])
    assert made.costs == usual_costs()
    assert made.costs is not other.costs
    assert pickle.loads(pickle.dumps(made)).costs == made.costs
