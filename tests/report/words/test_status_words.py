"""Every status can be said in words."""

from __future__ import annotations

from ltsched.domain.timetable import Status
from ltsched.report.words.status_words import STATUS_WORDS


def test_every_status_has_words_of_its_own() -> None:
    """No two are told alike."""
    assert set(STATUS_WORDS) == set(Status)
    assert len(set(STATUS_WORDS.values())) == len(Status)
