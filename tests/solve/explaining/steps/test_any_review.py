"""Whatever is proposed for any small review can be made to it, can be written, and is otherwise than before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.costs import cost_rows, usual_costs
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.review import Hold, HoldScope, Review
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import NEVER, Spans
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.explaining.steps.attempts import each_has_a_start
from ltsched.solve.explaining.steps.propose import steps_for
from tests.support.agendas import day, span
from tests.support.settling import C1, C2, JOINT, PEOPLE, settled_review

ACTIVITIES = ("set-up", "introduction", C1, C2, "review-team-meeting:1", JOINT)
TIMES = st.sampled_from([("00:00", "23:00"), ("08:00", "12:00"), ("11:00", "15:00")])
AWAY = st.tuples(st.integers(0, 60), st.integers(1, 60), TIMES)


def away(first: int, days: int, clock: tuple[str, str]) -> Spans:
    """So many days, from the first on, at the same time of day."""
    return Spans.of(pair for number in range(first, first + days) for pair in span(number, *clock))


REVIEWS = st.builds(
    lambda busy, numbers, holds, windows, essential: replace(
        settled_review(busy={id: away(*one) for id, one in busy.items()}, numbers=numbers, windows=windows),
        holds=tuple(holds),
        people=tuple(replace(one, essential=one.id in essential) for one in PEOPLE),
    ),
    st.dictionaries(st.sampled_from([*(one.id for one in PEOPLE), "r1", "r2"]), AWAY, max_size=4),
    st.fixed_dictionaries(
        {},
        optional={
            "joint-meeting-minutes": st.sampled_from([360, 480, 600]),
            "joint-meeting-quorum": st.sampled_from([0.6, 0.85, 1.0]),
            "analysis-to-joint-working-days": st.sampled_from([0, 5, 70]),
            "joint-meeting-notice-working-days": st.sampled_from([0, 30, 70]),
        },
    ),
    st.lists(
        st.builds(
            lambda target, first, days: Hold(HoldScope.ACTIVITY, target, day(first), day(first + days), "trial"),
            st.sampled_from([JOINT, C1]),
            st.integers(0, 30),
            st.integers(1, 90),
        ),
        max_size=1,
    ),
    st.lists(
        st.builds(
            lambda activity, days: WishedWindow(activity, weekdays=days),
            st.sampled_from(["joint-meeting", C2]),
            st.frozensets(st.integers(0, 6), min_size=1, max_size=2),
        ),
        max_size=2,
    ),
    st.frozensets(st.sampled_from(["t1", "c1"])),
)


def asked(agenda: Agenda) -> tuple[object, ...]:
    """What is planned."""
    available = {id: one for id, one in agenda.availability.items() if one.free is not NEVER}
    rooms = agenda.review.rooms
    step = agenda.option.numbers["start-step-minutes"]
    return (agenda.activities, agenda.precedences, agenda.daily_loads, agenda.shape, available, rooms, step)


HELD_ON_NO_DAY = replace(
    settled_review(windows=[WishedWindow("joint-meeting", weekdays=frozenset({5}))]),
    holds=(Hold(HoldScope.ACTIVITY, JOINT, day(0), day(85), "trial"),),
)
"""The window has Saturdays alone: a hold that is ended on its last day alone changes nothing."""


HELD_BEFORE_IT_COULD_BE = replace(
    settled_review(numbers={"joint-meeting-notice-working-days": 70}),
    holds=(Hold(HoldScope.ACTIVITY, JOINT, day(0), day(20), "trial"),),
)
"""No hold that ends before the notice does is in the way, whenever it ends."""


@settings(max_examples=15)
@example(HELD_BEFORE_IT_COULD_BE, [JOINT])
@example(HELD_ON_NO_DAY, ["set-up", JOINT])
@given(REVIEWS, st.lists(st.sampled_from(ACTIVITIES), min_size=1, max_size=2, unique=True))
def test_each_step_can_be_made_and_changes_something(review: Review, ids: list[str]) -> None:
    """And where it is said to be enough, the activities of the clash each have a start with it."""
    agenda = expand(review)
    if each_has_a_start(agenda, ids) is not False:
        return
    for proposal in steps_for(agenda, Clash(tuple(ids), ()), usual_costs()):
        step = proposal.step
        after = expand(applied(review, [step.change]))
        assert asked(after) != asked(agenda)
        assert step.change.edits(review)
        assert step.change.words(review, str)
        assert step.cost > 0
        assert step.kind in cost_rows()
        left = [id for id in ids if id in {one.id for one in after.activities}]
        if proposal.enough:
            assert not left or each_has_a_start(after, left) is not False
