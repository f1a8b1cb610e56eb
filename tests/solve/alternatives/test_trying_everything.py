"""Other times of a booking, against all there are: over random small agendas."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import PREFERENCES, stages_of
from ltsched.domain.timetable import Timetable
from ltsched.solve.alternatives.around import Around
from ltsched.solve.alternatives.current import Current
from ltsched.solve.alternatives.find import MOST_A_DAY, find_alternatives
from ltsched.solve.alternatives.nothing_moves import NothingMoves
from ltsched.solve.alternatives.trial import Judge
from ltsched.verify import verify
from tests.support.other_times import sound_elsewhere
from tests.support.small_agendas import small_agendas
from tests.support.solving import plan_agenda

ALL = 100
FEW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def compared(agenda: Agenda, key: tuple[int, ...]) -> tuple[int, ...]:
    """Return of a key what comes before the preferences: how far those go depends on which panel is tried first."""
    left_out = sum(name in PREFERENCES for name in stages_of(agenda)) + 1
    return key[:-left_out]


def check(plan: Agenda, data: st.DataObject) -> None:
    result = plan_agenda(plan)
    assume(result.timetable is not None)
    assert result.timetable is not None
    id = data.draw(st.sampled_from([activity.id for activity in plan.activities]))
    current = Current.of(plan, result.timetable)
    judge = Judge(current, id)
    assert current.broken == frozenset()
    trials = {trial.change.after.start: trial for trial in NothingMoves(Around.of(current, id), judge).trials()}
    for trial in trials.values():
        assert current.new_violations(current.with_bookings(trial.bookings), id) == ()
    for bookings in sound_elsewhere(current, id):
        other = judge.trial(bookings)
        assert compared(plan, trials[other.change.after.start].key) <= compared(plan, other.key)
    chosen(plan, result.timetable, judge, {trial.day for trial in trials.values()})


def chosen(plan: Agenda, planned: Timetable, judge: Judge, days: set[date]) -> None:
    found = find_alternatives(plan, planned, judge.activity, count=ALL)
    for each in found.found:
        assert verify(plan, each.timetable) == ()
        assert each.booking.start != found.booking.start
    keys = [judge.key_of(each) for each in found.found]
    assert keys == sorted(keys)
    shown = Counter(each.booking.day for each in found.found)
    assert days <= set(shown)
    assert max(shown.values(), default=0) <= MOST_A_DAY


@settings(FEW, max_examples=20)
@given(plan=small_agendas(), data=st.data())
def test_every_one_is_sound_and_none_better_is_left_out(plan: Agenda, data: st.DataObject) -> None:
    """Each start at which all others can stay is tried, with the best people for it; what is tried breaks nothing."""
    check(plan, data)


@settings(FEW, max_examples=20)
@given(plan=small_agendas(roomed=True), data=st.data())
def test_with_rooms_of_few_seats_too(plan: Agenda, data: st.DataObject) -> None:
    """Who has a seat, and which room is taken from others or left to them, is as good as it can be."""
    check(plan, data)
