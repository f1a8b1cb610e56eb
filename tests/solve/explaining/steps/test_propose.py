"""What is proposed for a clash: for each kind the smallest case that it resolves, and by how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from ltsched.domain.explaining.changes.freed import FreedTogether
from ltsched.domain.explaining.costs import usual_costs
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.domain.people import Role
from ltsched.domain.review import Hold, HoldScope, Review
from ltsched.domain.rules import Fact
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import Spans
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.explaining.steps.attempts import each_has_a_start
from ltsched.solve.explaining.steps.propose import steps_for
from tests.support.agendas import day, room, span
from tests.support.settling import C1, C2, JOINT, PEOPLE, agreed, at, settled_review

ALWAYS = Spans.of(pair for number in range(120) for pair in span(number, "00:00", "23:00"))


def steps(review: Review, *ids: str, facts: tuple[Fact, ...] = ()) -> list[Step]:
    """What is proposed for activities of `review`, which do not fit."""
    agenda = expand(review)
    assert each_has_a_start(agenda, ids) is False
    return [one.step for one in steps_for(agenda, Clash(ids, facts), usual_costs())]


def proposed(review: Review, kind: str, *ids: str) -> tuple[str, int]:
    """The first step of a `kind`, in words, with how many units it costs; it alone resolves the clash."""
    step = next(one for one in steps(review, *ids) if one.kind == kind)
    after = expand(applied(review, [step.change]))
    left = [id for id in ids if id in {one.id for one in after.activities}]
    assert not left or each_has_a_start(after, left) is not False
    return step.change.words(review, str), step.cost // usual_costs()[kind]


def test_a_shorter_meeting() -> None:
    """No day has twelve hours: it is eight of them, in steps of half an hour."""
    review = settled_review(numbers={"joint-meeting-minutes": 720})
    words = "the joint meeting took 480 minutes instead of 720 (joint-meeting-minutes 480 for 720)"
    assert proposed(review, "minutes", JOINT) == (words, 8)


def test_somebody_freed() -> None:
    """For six hours, two half days: the first day that the notice leaves, at nine."""
    review = settled_review(busy={"l1": ALWAYS})
    words, cost = proposed(review, "busy", JOINT)
    assert words.startswith("l1 could come on ")
    assert words.endswith(" (busy in the calendar)")
    assert cost == 2


def test_the_fewest_are_freed_for_a_quorum() -> None:
    """Two of six may be missing: of four who are always away two are enough, and who must come is one of them."""
    busy = dict.fromkeys(("t1", "t2", "c1", "l2"), ALWAYS)
    step = next(one for one in steps(settled_review(busy=busy), JOINT) if isinstance(one.change, FreedTogether))
    assert (step.change.ids, step.cost) == (("t1", "l2"), 4 * usual_costs()["busy"])


def test_a_day_on_which_more_can_come_is_preferred() -> None:
    """Between days that cost the same."""
    busy = {"l1": ALWAYS, "t1": ALWAYS - span(15, "09:00", "17:00")}
    step = next(one for one in steps(settled_review(busy=busy), JOINT) if isinstance(one.change, FreedTogether))
    assert step.change.dates == (day(15),)


def test_no_must_any_more() -> None:
    """The essential one is never there."""
    people = tuple(replace(one, essential=one.id == "c1") for one in PEOPLE)
    review = replace(settled_review(busy={"c1": ALWAYS}), people=people)
    assert proposed(review, "essential", JOINT) == ("c1 were expected at joint meetings, but not essential", 1)


def test_a_lower_quorum() -> None:
    """Of six people three are never there: the quorum is four of six, and three is a share of one half.

    The introduction has the same number, and is named.
    """
    review = settled_review(busy=dict.fromkeys(("t1", "t2", "c1"), ALWAYS))
    words = "the quorum of the introduction and the joint meeting were 3 of 6 instead of 4"
    assert proposed(review, "quorum", JOINT) == (f"{words} (joint-meeting-quorum 0.5 for 0.6)", 1)


def test_no_conversation_with_the_lowest_rank() -> None:
    """It is not held."""
    review = settled_review(busy={"c2": ALWAYS})
    assert proposed(review, "conversation", C2) == ("no conversation were held with c2 (the lowest rank)", 1)


@pytest.mark.parametrize("kind", ["reviewer", "reviewers"])
def test_one_more_reviewer_or_one_fewer(kind: str) -> None:
    """Only one may hold a conversation with somebody of the agency of all others."""
    people = tuple(
        replace(one, agency="School") if one.has(Role.REVIEW_TEAM) else one for one in PEOPLE if one.id != "l2"
    )
    review = replace(settled_review(), people=people)
    assert proposed(review, kind, C1)[1] == 1


def test_less_notice() -> None:
    """The horizon is twelve weeks, sixty working days: on its last day, the sixtieth, it can be."""
    review = settled_review(numbers={"joint-meeting-notice-working-days": 62})
    words, cost = proposed(review, "notice", JOINT)
    assert (words.partition(" (")[0], cost) == ("the joint meeting needed 60 working days of notice instead of 62", 2)


def test_a_longer_span_or_a_shorter_lead_in() -> None:
    """A week is five working days."""
    review = settled_review(numbers={"joint-meeting-notice-working-days": 62})
    assert proposed(review, "span", JOINT) == ("the review could run for 5 weeks instead of 4 (span-weeks 5 for 4)", 1)


def test_a_shorter_lag() -> None:
    """Between what cannot lie so far apart."""
    review = settled_review(numbers={"analysis-to-joint-working-days": 62})
    words, cost = proposed(review, "lag", "review-team-meeting:1", JOINT)
    assert words.startswith("at least 60 working days instead of 62 were left between review-team meetings and joint")
    assert cost == 2


def test_a_bigger_room_or_one_more() -> None:
    """The largest seats three, and four have to come."""
    review = replace(settled_review(), rooms=(room("r1", 3), room("r2", 2)))
    assert proposed(review, "room-seats", JOINT) == ("r1 had 8 seats instead of 3", 1)
    assert proposed(review, "room", JOINT) == ("there were one more room, for 6", 1)


def test_a_room_freed() -> None:
    """The only one that is large enough is taken."""
    review = replace(settled_review(busy={"r1": ALWAYS}), rooms=(room("r1", 6),))
    words, cost = proposed(review, "room-busy", JOINT)
    assert words.startswith("r1 was free on ")
    assert cost == 2


def test_a_hold_that_ends_as_late_as_will_do() -> None:
    """It holds everything; on the last day of the horizon the meeting could be."""
    hold = Hold(HoldScope.ACTIVITY, JOINT, day(0), None, "trial")
    review = replace(settled_review(), holds=(hold,))
    words, cost = proposed(review, "hold", JOINT)
    assert words == f"the hold on {JOINT} (trial) ended on Sun 23 May 2027"
    assert cost == 1


def test_a_hold_that_ends_earlier_for_the_same_cost() -> None:
    """What else there is may need more than the last day: half the way on, and no hold at all."""
    hold = Hold(HoldScope.ACTIVITY, JOINT, day(0), None, "trial")
    review = replace(settled_review(), holds=(hold,))
    found = [step for step in steps(review, JOINT) if step.kind == "hold"]
    assert len(found) == 3
    assert len({step.cost for step in found}) == 1
    ends = [expand(applied(review, [step.change])).review.holds for step in found]
    lasts = [holds[0].last or date.max for holds in ends[:2]]
    assert lasts == sorted(lasts, reverse=True)
    assert ends[2] == ()


def test_a_window_that_goes() -> None:
    """Nothing lies on a Sunday."""
    review = settled_review(windows=[WishedWindow("joint-meeting", weekdays=frozenset({6}))])
    assert proposed(review, "window", JOINT) == ("there were no window of review.toml for joint meetings", 1)


def test_a_window_without_one_of_its_conditions() -> None:
    """Of two, that which is in the way."""
    window = WishedWindow("joint-meeting", weekdays=frozenset({1}), opens=time(16), closes=time(17))
    found = [one.change.words(settled_review(), str) for one in steps(settled_review(windows=[window]), JOINT)]
    assert "joint meetings were not limited to 16:00-17:00" in found


def test_what_was_agreed_is_open_again() -> None:
    """The analysis is agreed for a day before which nothing is left for the conversations."""
    review = settled_review(agreed("review-team-meeting:1", at(0, "09:00")))
    words, cost = proposed(review, "agreed", C1, "review-team-meeting:1")
    assert words.startswith("what was agreed of review-team-meeting:1 were open again (it is on Mon ")
    assert cost == 1


def test_only_what_loosens_a_fact() -> None:
    """With a clash of a diary and a must nothing is said of numbers that have no part in it."""
    people = tuple(replace(one, essential=one.id == "c1") for one in PEOPLE)
    review = replace(settled_review(busy={"c1": ALWAYS}), people=people)
    facts = (Fact("must attend", (JOINT, "c1")), Fact("diary", ("c1",), kind="busy"))
    found = steps(review, JOINT, facts=facts)
    freed = [one for one in found if isinstance(one.change, FreedTogether)]
    assert {one.kind for one in found if one not in freed} == {"essential"}
    assert freed
    assert all("c1" in [time.id for time in one.change.times] for one in freed if isinstance(one.change, FreedTogether))


def test_one_unit_where_no_amount_resolves_it() -> None:
    """Two causes: each step is a part of what helps."""
    hold = Hold(HoldScope.ACTIVITY, JOINT, day(0), None, "trial")
    review = replace(settled_review(numbers={"joint-meeting-minutes": 720}), holds=(hold,))
    found = {one.kind: one for one in steps(review, JOINT)}
    assert found["minutes"].cost == usual_costs()["minutes"]
    assert found["minutes"].change.words(review, str).startswith("the joint meeting took 690 minutes")


def test_costs_are_those_of_the_review() -> None:
    """And what the source states costs more."""
    review = settled_review(numbers={"joint-meeting-minutes": 720}, option="full")
    costs = {**usual_costs(), "minutes": 7, "meeting": 5, "stated": 3}
    proposals = steps_for(expand(review), Clash((JOINT,), ()), costs)
    found = {one.step.kind: one.step.cost for one in proposals}
    assert found["minutes"] == 56
    more = settled_review(numbers={"joint-meetings": 2}, option="mid-range", busy={"l1": ALWAYS})
    assert {one.cost for one in steps(more, JOINT) if one.kind == "meeting"} == {usual_costs()["meeting"]}
