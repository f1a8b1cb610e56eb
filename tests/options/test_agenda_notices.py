"""What is told of an agenda, though it stops nothing; and the circle that does stop it."""

from __future__ import annotations

import pytest

from ltsched.domain.people import Person, Role
from ltsched.domain.review import AuditFile, HoldScope, Settings
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.options.orders import circle
from tests.agendas import MONDAY, hold, review
from tests.options.reading import CAST, customised, expanded, sound


def without(role: Role) -> list[Person]:
    return [person for person in CAST if not person.has(role)]


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


@pytest.mark.parametrize("name", ["full", "intensive", "speed-plus", "mid-range", "focused", "themed"])
def test_the_shipped_options_have_no_circle(name: str) -> None:
    """Whatever is changed in number only, the orders can be kept."""
    assert circle(expanded(name).precedences) == ()
