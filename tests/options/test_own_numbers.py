"""Numbers that an option file declares for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.review import Settings
from ltsched.options.adapt import adapt
from tests.support.agendas import review
from tests.support.reading import CAST, own, read

OWN = """
based-on = "focused"
[[number]]
name = "visit-minutes"
value = 60
unit = "minutes"
meaning = "length of a visit"
[[number]]
name = "visits"
value = 2
[[number]]
name = "visit-quorum"
value = 0.5
unit = "share"
[[number]]
name = "hold-visits"
value = "yes"
unit = "choice"
[[activity]]
id = "visit"
title = "Visit"
minutes = "visit-minutes"
count = "visits"
must = ["lead-reviewer"]
quorum = "visit-quorum"
when = "hold-visits"
[[order]]
before = ["visit"]
after = ["event"]
least-working-days = "visits"
"""


def test_tables_name_numbers_of_the_options_own(tmp_path: Path) -> None:
    """As they name those of every option; what is known of them comes with the option."""
    option, mistakes = own(tmp_path, OWN)
    assert mistakes == []
    assert option is not None
    visit = option.template("visit")
    assert (visit.minutes, visit.count, visit.quorum, visit.when) == (60, 2, 0.5, "yes")
    assert option.orders[-1].least_working_days == 2
    assert (option.about("visit-minutes").unit, option.about("visit-minutes").meaning) == (
        "minutes",
        "length of a visit",
    )
    assert option.about("span-weeks").unit == "weeks"
    assert option.unused.isdisjoint(option.own_numbers)


def test_a_review_changes_them(tmp_path: Path) -> None:
    """Under [customise], and an option that is based on this one under [numbers]."""
    own(tmp_path, OWN)
    (tmp_path / "second.toml").write_text('based-on = "own.toml"\n[numbers]\nvisits = 3\n', encoding="utf-8")
    option, mistakes = read("second.toml", Settings(customise={"visit-minutes": 45}), folder=tmp_path)
    assert mistakes == []
    assert option is not None
    assert (option.template("visit").minutes, option.template("visit").count) == (45, 3)
    assert option.changed == {"visit-minutes"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("value = 3", "number[1].name: missing; expected a name such as visit-minutes"),
        ('name = "Visits"\nvalue = 3', 'number[1].name: "Visits"; expected a name such as visit-minutes'),
        ('name = "span-weeks"\nvalue = 3', 'number[1].name: "span-weeks" is there in every option; expected another'),
        ('name = "visits"', "number[1].value: missing; expected a number, or one of yes, no, auto"),
        ('name = "visits"\nvalue = 1.5', "number[1].value: 1.5; expected a whole number from 0 to 1000 (number)"),
        ('name = "visits"\nvalue = true', "number[1].value: true; expected a whole number from 0 to 1000 (number)"),
        ('name = "visits"\nvalue = [1]', "number[1].value: [1]; expected a whole number from 0 to 1000 (number)"),
        ('name = "visits"\nvalue = 2\nunit = "share"', "number[1].value: 2; expected a share from 0 to 1, such as 0.6"),
        ('name = "visits"\nvalue = 2\nunit = "day"', 'number[1].unit: "day"; expected one of weeks, working days'),
        ('name = "visits"\nvalue = 2\nmeening = "x"', "number[1].meening: unknown key; expected one of meaning, name"),
        ('name = "visits"\nvalue = 2\n[[number]]\nname = "visits"\nvalue = 3', 'number[2].name: "visits" is there'),
        ('name = "visits"\nvalue = 2\n[numbers]\nvisist = 3', "numbers.visist: unknown key; expected the name of a"),
        ('name = "visits"\nvalue = 2\n[numbers]\nvisist = 3', 'Did you mean "visits"?'),
        ('name = "visits"\nvalue = 2\n[numbers]\nvisits = -1', "numbers.visits: -1; expected a whole number from 0"),
        (
            'name = "visits"\nvalue = 2\n[[activity]]\nid = "event"\ncount = "visist"',
            'activity "event".count: "visist"; expected a whole number from 0 to 1000, or the name of one. Did you',
        ),
        (
            'name = "visits"\nvalue = 20000\nunit = "minutes"',
            "number[1].value: 20000; expected a whole number from 0 to 1440 (minutes)",
        ),
    ],
)
def test_a_mistake_about_a_number_of_ones_own_is_told(tmp_path: Path, text: str, told: str) -> None:
    """A name is new only where it is declared; a misspelt one stays a mistake."""
    option, mistakes = own(tmp_path, f'based-on = "focused"\n[[number]]\n{text}\n')
    assert option is None
    assert [mistake for mistake in mistakes if f"own.toml, {told}" in mistake or told in mistake], mistakes


def test_another_option_knows_nothing_of_them(tmp_path: Path) -> None:
    """What the review says of them is left out there, and told."""
    settings = Settings(customise={"visits": 3, "span-weeks": 20})
    own(tmp_path, OWN)
    option, _ = read("own.toml", settings, folder=tmp_path)
    assert option is not None
    made = review(CAST, option=option, settings=settings, folder=tmp_path)
    adapted = adapt(made, "full")
    assert adapted.review.option.whole("span-weeks") == 20
    assert "without visits, which only the option of the review knows" in adapted.assumed
    assert adapt(made, "own.toml").review.option.whole("visits") == 3
