"""What is told of an agenda, though it stops nothing; and the circle that does stop it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.numbers import Setting
from ltsched.domain.option import Option
from ltsched.domain.people import Person, Role
from ltsched.domain.review import AuditFile, FamilyApproach, HoldScope, Settings
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.options.orders import circle
from tests.support.agendas import MONDAY, hold, review
from tests.support.reading import CAST, customised, expanded, sound


def without(role: Role) -> list[Person]:
    return [person for person in CAST if not person.has(role)]


def without_ranks() -> list[Person]:
    return [replace(person, conversation_rank=None) for person in CAST]


def told(name: str, people: list[Person] | None = None) -> list[str]:
    return [notice.text for notice in expanded(name, people or CAST).notices]


def test_a_role_that_nobody_has_is_told_with_those_who_ask_for_it() -> None:
    """A Full review without practitioners can be planned, but hardly anybody means it."""
    assert (
        "nobody has the role case-group, which is asked for by: Introduction to the case group, Joint meeting"
        in told("full", without(Role.CASE_GROUP))
    )
    assert any("nobody has the role auditor" in text for text in told("themed", without(Role.AUDITOR)))


def test_a_role_that_the_option_does_not_ask_for_is_not_missed() -> None:
    """Full needs no auditors, and no review needs a family or an administrator in its list."""
    for role in (Role.AUDITOR, Role.FAMILY, Role.ADMINISTRATOR):
        assert not any("nobody has the role" in text for text in told("full", without(role)))


def test_tables_of_another_option_are_told() -> None:
    """Nothing that somebody wrote is ignored without a word."""
    found = [notice.text for notice in expanded("full", audits=(AuditFile("f01"),)).notices]
    assert "[[audit]] has no effect in Full" in found
    assert "[[focused-review]] has no effect in Full" not in found


def test_a_hold_on_publication_without_end_is_told() -> None:
    """There is no milestone of publication then, and somebody will look for it."""
    plan = expanded("full", holds=(hold(HoldScope.PUBLICATION, MONDAY, None),))
    assert "the hold on publication from 2027-03-01 has no end: there is no date after it" in [
        notice.text for notice in plan.notices
    ]


def test_orders_that_go_round_in_a_circle_are_a_mistake() -> None:
    """No timetable can keep them, so the review says so before anything is solved, and names the shortest way round."""
    settings = Settings(orders=({"before": ["joint-meeting"], "after": ["set-up"]},))
    option = sound("full", settings)
    with pytest.raises(InvalidReview) as caught:
        expand(review(CAST, option=option, settings=settings))
    (mistake,) = caught.value.mistakes
    assert mistake.path == "review.toml"
    assert "set-up, before joint-meeting:1, before set-up" in mistake.found


def test_a_number_of_what_is_not_held_has_no_effect() -> None:
    """How far off a findings meeting is says nothing where none is held; the number is still one of the option."""
    asleep = customised("full", {"findings-least-weeks": 3})
    assert asleep.idle == {"findings-least-weeks"}
    assert "findings-least-weeks" not in asleep.unused
    assert customised("full", {"findings-least-weeks": 3, "findings-meeting": "yes"}).idle == frozenset()
    assert customised("themed", {"findings-most-weeks": 5, "findings-meeting": "yes"}).idle == {"findings-most-weeks"}


def test_a_number_of_audits_has_no_effect_where_they_are_listed() -> None:
    """The list wins, and that is told."""
    option = customised("themed", {"audits": 3})
    text = "customise.audits has no effect: [[audit]] lists the files"
    assert text in [notice.text for notice in expanded(option, audits=(AuditFile("f01"),)).notices]
    assert text not in [notice.text for notice in expanded(option).notices]


def no_effect(name: str | Option, **more: Any) -> list[str]:
    return [notice.text for notice in expanded(name, **more).notices if "no effect" in notice.text]


TALKS: dict[str, Setting] = {
    "conversation-minutes": 90,
    "conversation-gap-minutes": 45,
    "conversations-per-day": 2,
    "conversation-notice-working-days": 5,
}


@pytest.mark.parametrize("name", ["focused", "themed"])
def test_a_number_of_activities_of_which_there_is_none_has_no_effect(name: str) -> None:
    """Focused and Themed could hold family conversations; without any, the numbers of conversations change nothing."""
    option = customised(name, {**TALKS, "reviewers-per-conversation": 3})
    why = 'there is no "Family conversation" to plan'
    assert set(no_effect(option, people=without_ranks())) == {
        *(f"customise.{number} has no effect: {why}" for number in TALKS),
        f"customise.reviewers-per-conversation has no effect in {option.title}",
    }
    held = no_effect(customised(name, TALKS), people=without_ranks(), family=FamilyApproach.CONVERSATION)
    assert held == []


def test_a_number_that_an_activity_on_the_agenda_takes_has_an_effect() -> None:
    """Full holds conversations with practitioners, whatever becomes of the family."""
    assert no_effect(customised("full", {**TALKS, "reviewers-per-conversation": 3})) == []


def test_a_number_of_meetings_has_an_effect_even_where_it_is_none() -> None:
    """No joint meeting is a choice; how long each would be is not."""
    option = customised("full", {"joint-meetings": 0, "joint-meeting-minutes": 90})
    why = 'there is no "Joint meeting" to plan'
    assert no_effect(option) == [f"customise.joint-meeting-minutes has no effect: {why}"]


def test_a_distance_between_meetings_has_no_effect_where_there_is_only_one() -> None:
    """The order is there, and puts nothing before anything."""
    apart: dict[str, Setting] = {"meetings-apart-working-days": 3}
    assert no_effect(customised("full", {**apart, "review-team-meetings": 1})) == [
        "customise.meetings-apart-working-days has no effect: nothing on the agenda takes it"
    ]
    assert no_effect(customised("full", apart)) == []


def test_the_numbers_of_what_may_be_left_out_are_told_by_whoever_leaves_it_out() -> None:
    """The first try has looked at them."""
    option = customised("full", {"findings-meeting": "auto", "findings-meeting-minutes": 60, "findings-most-weeks": 5})
    agenda = expand(review(CAST, option=option), hold_optional=False)
    assert not any("findings" in notice.text for notice in agenda.notices)


@pytest.mark.parametrize(
    ("before", "after"), [("set-up", "set-up"), ("event", "event"), ("set-up", "family-conversation")]
)
def test_an_order_that_puts_nothing_in_order_is_told(before: str, after: str) -> None:
    """There is one set-up, one event, and no family conversation; the order beside it works and is not told."""
    works = {"before": ["set-up"], "after": ["event"]}
    settings = Settings(orders=(works, {"before": [before], "after": [after]}))
    found = no_effect(sound("focused", settings), people=without_ranks(), settings=settings)
    assert found == ["order[2] has no effect: the agenda has no two activities that it puts in order"]


def test_an_order_of_what_the_option_has_dropped_is_told() -> None:
    """Focused has no conversations: the name is known, and there is nothing that it means."""
    settings = Settings(orders=({"before": ["conversation"], "after": ["event"]},))
    (text,) = no_effect(sound("focused", settings), people=without_ranks(), settings=settings)
    assert text.startswith("order[1] has no effect")


def test_an_order_of_the_meetings_of_one_kind_works() -> None:
    """Five review-team meetings follow one another."""
    settings = Settings(orders=({"before": ["review-team-meeting"], "after": ["review-team-meeting"]},))
    assert no_effect(sound("full", settings), settings=settings) == []


def test_ranks_are_told_where_nobody_is_heard_alone() -> None:
    """One notice counts them; an option with conversations takes them."""
    text = "2 people have a rank for a conversation, which has no effect: Focused holds none"
    assert no_effect("focused") == [text]
    (one,) = no_effect("themed", people=[person for person in CAST if person.conversation_rank != 2])
    assert one == "1 person has a rank for a conversation, which has no effect: Themed holds none"
    assert no_effect("full") == []
    assert no_effect("focused", people=without_ranks()) == []


@pytest.mark.parametrize("name", ["full", "intensive", "speed-plus", "mid-range", "focused", "themed"])
def test_the_shipped_options_have_no_circle(name: str) -> None:
    """Whatever is changed in number only, the orders can be kept."""
    assert circle(expanded(name).precedences) == ()
