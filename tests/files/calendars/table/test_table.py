"""Every calendar of the table is read as its row says, by us."""

from __future__ import annotations

import pytest

from ltsched.files.calendars.series.occurrences import OLDER
from tests.files.calendars.table.case import Case, spans, told
from tests.files.calendars.table.rows import KINDS, ROWS
from tests.support.calendar_texts import reading


@pytest.mark.parametrize("case", ROWS.values(), ids=list(ROWS))
def test_it_is_read_as_it_is_right(case: Case) -> None:
    """The busy and if-needed times; a warning where one is due, and none elsewhere; nothing stops the file."""
    found, mistakes = reading(case.text, owner=case.owner)
    diary = found.diary
    assert mistakes == []
    months = spans("01-01..12-31")
    assert told(diary.busy & months) == told(spans(case.busy))
    assert told(diary.if_needed - diary.busy) == told(spans(case.if_needed) - spans(case.busy))
    assert bool(found.doubts) == case.doubt, found.doubts
    assert found.unread == case.unread
    older = sum(time.why == OLDER.why for time in diary.times)  # versions that do not count any more
    assert len(diary.times) - diary.entries - older == case.aside


def test_there_are_enough() -> None:
    """At least 120 rows, four for each kind, and each has a name and a reason of its own."""
    assert len(ROWS) == sum(map(len, KINDS.values())) >= 120
    by_kind: dict[str, int] = {}
    for kind, cases in KINDS.items():
        by_kind[kind.split()[0]] = by_kind.get(kind.split()[0], 0) + len(cases)
    assert {str(number) for number in range(1, 18)} <= set(by_kind)
    assert min(by_kind.values()) >= 4
    assert all(case.why for case in ROWS.values())
