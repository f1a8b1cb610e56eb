"""Options in words."""

from __future__ import annotations

from ltsched.options.template import shipped_options
from ltsched.report.words.option_words import conversations_words, meetings_words, order_words, shape_words
from tests.support.printing import option


def test_options_say_their_shape_in_words() -> None:
    words = {name: shape_words(option(name)) for name in shipped_options()}
    assert words == {
        "full": "evenly spread, give or take 10 working days",
        "intensive": "two blocks of at most 5 working days, 3 to 6 weeks apart",
        "speed-plus": "one week, Monday to Friday",
        "mid-range": "as early as possible",
        "focused": "all on one day",
        "themed": "as early as possible",
    }


def test_options_say_their_meetings_and_conversations_in_words() -> None:
    assert meetings_words(option("speed-plus")) == "5 review team, 2 joint and perhaps 1 findings"
    assert (
        meetings_words(option("themed"))
        == "2 review team and 10 audits; for each focused review 2 review team and 1 event"
    )
    assert [conversations_words(option(name)) for name in ("full", "mid-range", "focused")] == [
        "all key staff",
        "usually at most 6",
        "none",
    ]


def test_every_order_of_every_option_can_be_said() -> None:
    """Each kind of pairing and gap has words."""
    said = {order_words(order) for name in shipped_options() for order in option(name).orders}
    assert "review-team-meeting one after another (at least 5 working days later)" in said
    assert "conversation before review-team-meeting (the last of these that comes before joint-meeting)" in said
    assert "joint-meeting before findings-meeting (the last of them; at most 4 weeks later)" in said
    assert not [text for text in said if "None" in text or "()" in text]
