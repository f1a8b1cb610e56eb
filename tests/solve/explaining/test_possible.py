"""Whether activities fit without the others: never no where trying everything says yes."""

from __future__ import annotations

import itertools
import time
from typing import NoReturn

import pytest
from hypothesis import given

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Precedence
from ltsched.solve.explaining import possible
from ltsched.solve.explaining.possible import Trial, only
from ltsched.solve.run import Runner
from tests.support.agendas import activity, agenda, day, person, span
from tests.support.brute_force import best_values
from tests.support.small_agendas import small_agendas


def two_talks(busy_until: str) -> Agenda:
    """Two meetings of two hours for one person, on one day; busy until some time of it."""
    people = [person("p1"), person("p2")]
    activities = [activity(id, minutes=120, end=day(1), must=("p1",)) for id in ("a", "b")]
    activities.append(activity("c", minutes=60, end=day(1), must=("p2",)))
    return agenda(people, activities, busy={"p1": span(0, "09:00", busy_until)})


def looked(found: Agenda, *ids: str) -> bool | None:
    """Whether it fits, or only `ids` do."""
    return Trial.of(found).possible(Runner(time.monotonic() + 60), ids or None)


def test_two_meetings_fit_into_four_hours() -> None:
    """And not into three: but each alone does, and each beside the one of somebody else."""
    assert looked(two_talks("13:00"))
    impossible = two_talks("14:00")
    assert looked(impossible) is False
    assert looked(impossible, "a", "b") is False
    assert all(looked(impossible, *ids) for ids in ("a", "b", "c", "ac", "bc"))


def test_when_the_time_is_over_nothing_is_laid_out_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """To lay out a model takes a second, and of what is not looked at nothing is known."""

    def laid_out(*_: object, **__: object) -> NoReturn:
        raise AssertionError("laid out in vain")

    monkeypatch.setattr(possible, "build_meetings", laid_out)
    monkeypatch.setattr(possible, "soon_found", lambda *_: False)
    activities = [activity(str(number), minutes=60, end=day(9), must=("p1",)) for number in range(possible.FEW + 1)]
    trial = Trial.of(agenda([person("p1")], activities))
    assert trial.possible(Runner(time.monotonic())) is None
    with pytest.raises(AssertionError, match="in vain"):
        trial.possible(Runner(time.monotonic() + 60))


def test_an_order_over_what_is_left_out_is_kept() -> None:
    """The first of three comes before the last, whatever becomes of the one between."""
    order = tuple(Precedence(*pair) for pair in itertools.pairwise("abc"))
    kept = only(two_talks("09:00").changed(precedences=order), {"a", "c"})
    assert [one.id for one in kept.activities] == ["a", "c"]
    assert kept.precedences == (Precedence("a", "c"),)


@given(small_agendas())
def test_no_is_never_said_of_what_fits(found: Agenda) -> None:
    """And yes never of what does not; each pair of activities fits where all of them do."""
    best = best_values(found)
    verdict = looked(found)
    assert verdict is (best is not None)
    if best is not None:
        ids = [one.id for one in found.activities]
        assert all(looked(found, *pair) for pair in itertools.combinations(ids, 2))
