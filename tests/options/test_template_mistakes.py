"""An option of one's own that is wrong: every kind of mistake is told, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading import SPARE, own, read


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
