"""What is said where there is no timetable."""

from __future__ import annotations

from ltsched.report.screen.outcome import no_timetable
from tests.support.printing import printed
from tests.support.reasons import because


def test_each_reason_has_lines_of_its_own_and_none_twice() -> None:
    assert printed(no_timetable("Impossible.", because("one", "[two]\x1b", "one"))) == "Impossible.\n– one\n– [two]"


def test_without_reasons_there_is_one_line() -> None:
    assert printed(no_timetable("Nothing found.", [])) == "Nothing found."
