"""Reading options: those that are shipped, the user's own, and every kind of mistake with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.option import ShapeKind
from ltsched.domain.review import Settings
from ltsched.options.template import shipped_options
from tests.support.reading import customised, own, read, sound

SPARE = 'based-on = "focused"\n'


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('based-on = "fool"', "own.toml"),
        ("based-on = 3", "own.toml, based-on: 3; expected the name of another option"),
        ('based-on = "own.toml"', 'own.toml, based-on: "own.toml"; expected the name of another option'),
        ('based-on = "../own.toml"', '"../own.toml" is not an option file in the folder of the review'),
        ('based-on = "none.toml"', '"none.toml" is not an option file in the folder of the review'),
        ("without = [", "own.toml: "),
        (SPARE + 'without = ["joint-meting"]', 'own.toml, without: "joint-meting"; expected an activity of the option'),
        (SPARE + 'withut = ["event"]', "own.toml, withut: unknown key; expected one of"),
        (SPARE + "title = 3", "own.toml, title: 3; expected a text on one line"),
        (SPARE + "numbers = 3", "own.toml, numbers: 3; expected a table"),
        (SPARE + "[numbers]\nspan-weaks = 3", "own.toml, numbers.span-weaks: unknown key"),
        (SPARE + "activity = 3", "own.toml, activity: 3; expected tables, each under [[activity]]"),
        (SPARE + "[[activity]]\ntitle = 'x'", "own.toml, activity[1].id: missing; expected a text"),
        (SPARE + '[[activity]]\nid = "event"\nminuts = 3', 'own.toml, activity "event".minuts: unknown key'),
        (
            SPARE + '[[activity]]\nid = "event"\nminutes = "event-minuts"',
            'own.toml, activity "event".minutes: "event-minuts"; expected a whole number',
        ),
        (SPARE + '[[activity]]\nid = "event"\nminutes = 1441', 'activity "event".minutes: 1441; expected'),
        (SPARE + '[[activity]]\nid = "event"\nkind = "evnt"', 'activity "event".kind: "evnt"; expected one of'),
        (SPARE + '[[activity]]\nid = "event"\nmust = ["lead"]', 'activity "event".must: "lead"; expected a role'),
        (SPARE + '[[activity]]\nid = "event"\nquorum = 2', 'activity "event".quorum: 2; expected a share'),
        (SPARE + '[[activity]]\nid = "event"\nwhen = "often"', 'activity "event".when: "often"; expected "yes"'),
        (SPARE + '[[activity]]\nid = "event"\nessential = 1', 'activity "event".essential: 1; expected true or false'),
        (
            SPARE + '[[activity]]\nid = "new"\ntitle = "New"\nminutes = 60',
            'own.toml, activity "new": nobody comes; expected "must", "expected" or "panel"',
        ),
        (SPARE + '[[activity]]\nid = "../x"\ntitle = "X"\nminutes = 60\nmust = []', '"../x"; expected letters, digits'),
        (
            SPARE + '[[activity]]\nid = "event"\npanel = { pool = ["auditor"], size = 1, least-leads = 2 }',
            'activity "event".panel.least-leads: 2; expected at most the size, 1',
        ),
        (SPARE + '[[activity]]\nid = "event"\npanel = { size = 1 }', 'activity "event".panel.pool: missing'),
        (
            SPARE + '[[order]]\nbefore = ["evnt"]\nafter = ["event"]',
            'own.toml, order[1].before: "evnt"; expected the id',
        ),
        (SPARE + '[[order]]\nafter = ["event"]', "own.toml, order[1].before: missing"),
        (
            SPARE + '[[order]]\nbefore = ["set-up"]\nafter = ["event"]\nleast-weeks = 3\nmost-weeks = 2',
            "own.toml, order[1].most-weeks: at most 2; expected at least 3, the least gap",
        ),
        (
            SPARE + '[[order]]\nbefore = ["set-up"]\nafter = ["event"]\npairing = "last-before"',
            "own.toml, order[1].then: missing or too much",
        ),
        (SPARE + '[shape]\nkind = "sprd"', 'own.toml, shape.kind: "sprd"; expected one of spread'),
        (SPARE + "[shape]\nof = []", "own.toml, shape.kind: missing"),
        (SPARE + '[shape]\nkind = "blocks"', "own.toml, shape.split-at: missing; expected the id of an activity"),
        (
            SPARE + '[shape]\nkind = "blocks"\nsplit-at = "event"\nleast-weeks = 60',
            "own.toml, shape.most-weeks: 52; expected at least 60, the least",
        ),
        (SPARE + '[shape]\nkind = "day"\nof = ["evnt"]', 'own.toml, shape.of: "evnt"; expected the id of an activity'),
        (
            SPARE + '[[milestone]]\nid = "x"\ntitle = "X"\nfollows = "draft"',
            'own.toml, milestone "x".follows: "draft"; expected the id of an earlier milestone',
        ),
        ('title = "Bare"', "own.toml, shape: missing; expected a table [shape]"),
    ],
)
def test_a_mistake_in_an_option_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    """File, key, what was found, what would be right; and there is no option."""
    option, mistakes = own(tmp_path, text)
    assert option is None
    assert any(told in mistake for mistake in mistakes), mistakes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[activity]]\nid = "new"\nminutes = 60', 'own.toml, activity "new": nobody comes'),
        ('[[activity]]\nid = "new"\ntitle = "New"\nminutes = 60\nfoo = 1', 'own.toml, activity "new": nobody comes'),
        (
            '[[order]]\nbefore = ["set"]\nafter = ["event"]\nleast-weeks = 3\nmost-weeks = 2',
            "own.toml, order[1].most-weeks: at most 2; expected at least 3",
        ),
        (
            '[[order]]\nbefore = ["set"]\nafter = ["event"]\npairing = "last-before"\nthen = "x"',
            'own.toml, order[1].then: "x"; expected the id of an activity',
        ),
        (
            '[[order]]\nbefore = ["set-up"]\nafter = ["event"]\nthen = "event"\nfoo = 1',
            "own.toml, order[1].then: missing or too much",
        ),
        (
            '[shape]\nkind = "blocks"\nsplit-at = "evnt"\nleast-weeks = 8\nmost-weeks = 2',
            "own.toml, shape.most-weeks: 2; expected at least 8, the least",
        ),
    ],
)
def test_what_does_not_go_together_is_told_whatever_else_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    """All mistakes of a table at once."""
    _, mistakes = own(tmp_path, SPARE + text)
    assert len(mistakes) == 2
    assert any(told in mistake for mistake in mistakes), mistakes


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (SPARE + "[numbers]\nspan-weaks = 3", "span-weeks"),
        (SPARE + '[[activity]]\nid = "event"\nkind = "evnt"', "event"),
        (SPARE + '[[activity]]\nid = "event"\nmust = ["lead-reviwer"]', "lead-reviewer"),
        (SPARE + '[[activity]]\nid = "event"\nminuts = 3', "minutes"),
        (SPARE + '[[order]]\nbefore = ["evnt"]\nafter = ["set-up"]', "event"),
    ],
)
def test_a_near_miss_in_an_option_is_recognised(tmp_path: Path, text: str, hint: str) -> None:
    """Did you mean."""
    _, mistakes = own(tmp_path, text)
    assert any(f'Did you mean "{hint}"' in mistake for mistake in mistakes), mistakes


@pytest.mark.parametrize(
    "name",
    ["a\0.toml", "a" * 5000 + ".toml", "\n.toml", ".toml", "..toml", "../own.toml", "/etc/hostname.toml", "", "common"],
)
def test_a_hostile_name_of_an_option_is_a_mistake(tmp_path: Path, name: str) -> None:
    """No name makes more than one plain line."""
    (tmp_path / "review").mkdir()
    (tmp_path / "own.toml").write_text('based-on = "full"', encoding="utf-8")
    option, mistakes = read(name, folder=tmp_path / "review")
    assert option is None
    assert len(mistakes) == 1
    assert str(mistakes[0]).isprintable()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"a = " + b"[" * 5000 + b"]" * 5000,
        b"[numbers]\nspan-weeks = " + b"9" * 10_000,
        b"#" * 1_100_000,
        b'based-on = "full"\n[numbers]\nspan-weeks = nan',
        b'based-on = "full"\n[numbers]\njoint-meeting-quorum = nan',
        b'based-on = "full"\n[numbers]\n"\\u001b[2J" = 1',
        b'based-on = "full"\n[[milestone]]\nid = [1]',
        b'based-on = "full"\n[[activity]]\nid = "event"\nmust = [[1]]',
        b'based-on = "full"\n[[activity]]\nid = "set-up"\ncount = 2026-01-01',
        b'based-on = "full"\n[[activity]]\nid = "set-up"\npanel = [1]',
    ],
)
def test_a_hostile_option_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    """Bytes that are no text, endless nesting, huge numbers, huge files, odd types: a mistake, never a traceback."""
    (tmp_path / "own.toml").write_bytes(content)
    option, mistakes = read("own.toml", folder=tmp_path)
    assert option is None
    assert mistakes
    assert all(str(mistake).isprintable() and len(str(mistake)) < 2000 for mistake in mistakes)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """An option is read from the folder of the review, and from nowhere else."""
    (tmp_path / "review").mkdir()
    (tmp_path / "outside.toml").write_text('based-on = "full"', encoding="utf-8")
    (tmp_path / "review" / "own.toml").symlink_to(tmp_path / "outside.toml")
    (tmp_path / "review" / "round.toml").symlink_to(tmp_path / "review" / "round.toml")
    for name in ("own.toml", "round.toml"):
        option, mistakes = read(name, folder=tmp_path / "review")
        assert option is None
        assert "is not an option file in the folder of the review" in str(mistakes[0])


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
