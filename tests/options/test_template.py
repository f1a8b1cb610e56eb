"""Reading options: those that are shipped, their numbers changed by a review, and the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.option import ShapeKind
from ltsched.domain.review import Settings
from ltsched.options.template import shipped_options
from tests.support.reading import SPARE, customised, own, read, sound


@pytest.mark.parametrize("name", shipped_options())
def test_every_shipped_option_resolves(name: str) -> None:
    """Each is read without a mistake, knows its numbers, and ends in a final report."""
    option = sound(name)
    assert option.name == name
    assert option.title
    assert "final-report" in [milestone.id for milestone in option.milestones]
    assert not option.changed
    assert not option.idle


def test_the_fullest_come_first() -> None:
    """Full > Intensive = Speed+ > Mid-range > Focused; Themed is not ranked."""
    assert [sound(name).fullness for name in shipped_options()] == [4, 3, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("name", "kind"), list(zip(shipped_options(), ("spread", "blocks", "week", "early", "day", "early"), strict=True))
)
def test_each_option_has_its_shape(name: str, kind: str) -> None:
    """Even, two blocks, one week, early, one day."""
    assert sound(name).shape.kind == ShapeKind(kind)


@pytest.mark.parametrize(
    ("name", "lead_in", "span", "team_meetings", "joint", "draft"),
    [
        ("full", 4, 26, 5, 2, 20),
        ("intensive", 8, 12, 5, 2, 20),
        ("speed-plus", 16, 1, 5, 2, 20),
        ("mid-range", 4, 16, 3, 1, 15),
        ("focused", 6, 10, 2, 0, 15),
        ("themed", 4, 20, 2, 0, 20),
    ],
)
def test_the_numbers_of_the_source(
    name: str, lead_in: int, span: int, team_meetings: int, joint: int, draft: int
) -> None:
    """The table of the six options, as data."""
    option = sound(name)
    assert (option.whole("lead-in-weeks"), option.whole("span-weeks")) == (lead_in, span)
    assert option.template("review-team-meeting").count == team_meetings
    counts = {template.id: template.count for template in option.templates}
    assert (counts.get("joint-meeting") or 0) == joint
    assert option.milestones[0].working_days == draft


def test_a_number_of_the_review_takes_effect() -> None:
    """What [customise] says is in the option, and the option knows that it was changed."""
    option = customised("full", {"joint-meeting-minutes": 300, "review-team-meetings": 4, "span-weeks": 26})
    assert option.template("joint-meeting").minutes == 300
    assert option.template("review-team-meeting").count == 4
    assert option.changed == {"joint-meeting-minutes", "review-team-meetings"}


def test_a_number_that_nothing_uses_is_idle() -> None:
    """Focused has no joint meetings: changing their number changes nothing, and that is known."""
    assert customised("focused", {"joint-meetings": 3}).idle == {"joint-meetings"}
    assert customised("focused", {"audits": 3}).idle == {"audits"}
    assert customised("themed", {"audits": 3}).idle == frozenset()


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("joint-meeting", 3, "customise.joint-meeting: unknown key"),
        ("joint-meetings", "two", 'customise.joint-meetings: "two"; expected a whole number from 0 to 10'),
        ("joint-meetings", 11, "customise.joint-meetings: 11; expected a whole number from 0 to 10"),
        ("joint-meetings", -1, "customise.joint-meetings: -1; expected"),
        ("joint-meetings", 1.5, "customise.joint-meetings: 1.5; expected"),
        ("joint-meetings", True, "customise.joint-meetings: true; expected"),
        ("joint-meeting-quorum", 60, "customise.joint-meeting-quorum: 60; expected a share from 0 to 1"),
        ("findings-meeting", "maybe", 'customise.findings-meeting: "maybe"; expected "yes", "no" or "auto"'),
        ("slot-minutes", 7, "customise.slot-minutes: 7; expected a length of which a day has a whole number"),
        ("start-step-minutes", 20, "customise.start-step-minutes: 20; expected a multiple of slot-minutes, 15"),
    ],
)
def test_a_wrong_number_is_told(key: str, value: Any, text: str) -> None:
    """Key, what was found, and what would be right."""
    option, mistakes = read("full", Settings(customise={key: value}))
    assert option is None
    assert len(mistakes) == 1
    assert str(mistakes[0]).startswith(f"review.toml, {text}")


def test_a_near_miss_is_recognised() -> None:
    """A slip of the pen is answered with the right word: of an option, and of a number."""
    assert "full" in str(read("ful")[1][0]).rpartition(".toml file")[2]
    _, mistakes = read("full", Settings(customise={"joint-meeting": 3}))
    assert "joint-meetings" in mistakes[0].hint


def test_all_mistakes_at_once() -> None:
    """Three wrong numbers are three mistakes."""
    wrong: dict[str, Any] = {"joint-meetings": -1, "span-weeks": "x", "nothing": 1}
    assert len(read("full", Settings(customise=wrong))[1]) == 3


def test_an_option_of_ones_own(tmp_path: Path) -> None:
    """Based on a shipped one: without an activity, with another number, another title, and a changed activity."""
    option, mistakes = own(
        tmp_path,
        """
        based-on = "full"
        without = ["introduction"]
        title = "Welsh practice review"
        [numbers]
        span-weeks = 20
        [[activity]]
        id = "set-up"
        minutes = 45
        """,
    )
    assert mistakes == []
    assert option is not None
    assert (option.name, option.title, option.whole("span-weeks")) == ("own", "Welsh practice review", 20)
    assert "introduction" not in [template.id for template in option.templates]
    assert option.template("set-up").minutes == 45
    assert option.template("set-up").must == ("lead-reviewer",)
    assert not any("introduction" in order.before + order.after for order in option.orders)


def test_an_option_of_ones_own_adds_to_every_part(tmp_path: Path) -> None:
    """An activity with a panel, an order, a shape and a milestone of its own."""
    option, mistakes = own(
        tmp_path,
        SPARE
        + """
        [[activity]]
        id = "visit"
        title = "Visit"
        minutes = 60
        panel = { pool = ["review-team"], size = 2 }
        [[order]]
        before = ["visit"]
        after = ["event"]
        most-weeks = 3
        [shape]
        kind = "early"
        of = ["visit"]
        [[milestone]]
        id = "press"
        title = "Press notice"
        follows = "response"
        working-days = 5
        """,
    )
    assert mistakes == []
    assert option is not None
    assert option.template("visit").panel is not None
    assert option.orders[-1].most_weeks == 3
    assert (option.shape.kind, option.shape.of) == (ShapeKind.EARLY, ("visit",))
    assert option.milestones[-1].id == "press"


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """As an editor on Windows writes it."""
    (tmp_path / "own.toml").write_bytes(b'\xef\xbb\xbfbased-on = "full"')
    assert read("own.toml", folder=tmp_path)[1] == []


def test_activities_and_orders_of_the_review_itself() -> None:
    """[[activity]] and [[order]] of review.toml: one adds, one changes; people are named by id."""
    settings = Settings(
        activities=({"id": "visit", "title": "Visit", "minutes": 60, "must": ["l1"]}, {"id": "set-up", "minutes": 45}),
        orders=({"before": ["set-up"], "after": ["visit"]},),
    )
    option = sound("full", settings, known=["l1"])
    assert option.template("visit").must == ("l1",)
    assert option.template("set-up").minutes == 45
    assert option.orders[-1].after == ("visit",)
    _, mistakes = read("full", settings)
    assert [str(mistake) for mistake in mistakes] == [
        'review.toml, activity "visit".must: "l1"; expected a role or the id of a person.'
    ]
