"""Options as tables."""

from __future__ import annotations

from ltsched.domain.numbers import NUMBERS
from ltsched.report.screen.option_tables import activities_table, options_table, setting_words
from tests.support.printing import option, printed


def test_settings_have_their_units() -> None:
    assert setting_words(NUMBERS["span-weeks"], 26) == "26 weeks"
    assert setting_words(NUMBERS["span-weeks"], 1) == "1 week"
    assert setting_words(NUMBERS["joint-meeting-quorum"], 0.6) == "0.6"
    assert setting_words(NUMBERS["findings-meeting"], "auto") == "auto"


def test_wide_terminals_show_options_without_broken_lines() -> None:
    assert "full 4 weeks 26 weeks all key staff 5 review team and 2 joint evenly spread" in printed(
        options_table([option("full")]), width=160
    )
    assert "must: lead-reviewer, essential people" in printed(activities_table(option("full")), width=200)
