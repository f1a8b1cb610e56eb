"""What the messages say, and what they do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.invitations.invitations import Change
from ltsched.domain.review import Organiser
from ltsched.files.invitations.invitation_texts import (
    CONFIDENTIAL,
    PLEASE_ANSWER,
    change_text,
    description,
    mail_subject,
    mail_text,
)
from tests.support.agendas import at
from tests.support.messages import BEFORE, due

OFFICE = Organiser("Review\r\noffice", "reviews@partnership.example")
FROM_TO = "This has moved from Tue 2 Mar 2027, 10:00–12:00 to Mon 5 Apr 2027, 14:00–16:00."


@pytest.mark.parametrize(
    ("change", "seen", "text"),
    [
        (Change.NEW, {}, ""),
        (Change.AGAIN, {}, ""),
        (Change.CANCELLED, {}, "This is cancelled: it does not take place."),
        (Change.WITHDRAWN, {}, "This invitation is withdrawn."),
        (Change.MOVED, {"start": at(35, "14:00")}, FROM_TO),
        (Change.MOVED, {"start": at(35, "14:00"), "location": "Attic"}, f"{FROM_TO} It is now in Attic, not in Hall."),
        (Change.MOVED, {"start": at(35, "14:00"), "location": ""}, f"{FROM_TO} It is not in Hall any more."),
        (Change.CHANGED, {"location": "Attic"}, "It is now in Attic, not in Hall."),
        (Change.CHANGED, {"location": ""}, "It is not in Hall any more."),
        (Change.CHANGED, {"details": "With p2."}, "Details of this have changed."),
    ],
)
def test_what_has_changed_is_said(change: Change, seen: dict[str, Any], text: str) -> None:
    """From when to when, from where to where."""
    assert change_text(due(change, **seen)) == text


def test_a_room_where_there_was_none_is_said() -> None:
    """There is no room to leave."""
    message = replace(due(Change.CHANGED), before=replace(BEFORE.told, location=""))
    assert change_text(message) == "It is now in Hall."


@pytest.mark.parametrize(
    ("change", "seen", "lines"),
    [
        (Change.NEW, {}, [PLEASE_ANSWER, CONFIDENTIAL]),
        (Change.NEW, {"details": "With p2."}, ["With p2.", PLEASE_ANSWER, CONFIDENTIAL]),
        (Change.MOVED, {"start": at(35, "14:00")}, [FROM_TO, PLEASE_ANSWER, CONFIDENTIAL]),
        (Change.CANCELLED, {}, ["This is cancelled: it does not take place.", CONFIDENTIAL]),
        (Change.WITHDRAWN, {}, ["This invitation is withdrawn.", CONFIDENTIAL]),
    ],
)
def test_a_description_has_a_line_for_each_thing(change: Change, seen: dict[str, Any], lines: list[str]) -> None:
    """Nobody is asked to answer a cancellation; everybody is asked to keep it private."""
    assert description(due(change, **seen)).split("\n") == lines


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        (Change.NEW, "LT-TEST-1: set-up"),
        (Change.AGAIN, "LT-TEST-1: set-up"),
        (Change.MOVED, "Moved: LT-TEST-1: set-up"),
        (Change.CHANGED, "Changed: LT-TEST-1: set-up"),
        (Change.CANCELLED, "Cancelled: LT-TEST-1: set-up"),
        (Change.WITHDRAWN, "Cancelled: LT-TEST-1: set-up"),
    ],
)
def test_a_subject_says_what_has_become_of_it(change: Change, subject: str) -> None:
    """Besides that, it is the subject of the entry."""
    assert mail_subject(due(change)) == subject


def test_a_mail_can_be_read_without_a_calendar() -> None:
    """What, when and in which zone, where, what to do, and who writes."""
    assert mail_text(due(), OFFICE, "Europe/London").split("\n") == [
        "LT-TEST-1: set-up",
        "When: Tue 2 Mar 2027, 10:00–12:00 (Europe/London)",
        "Where: Hall",
        "",
        PLEASE_ANSWER,
        CONFIDENTIAL,
        "",
        "Review office, reviews@partnership.example",
        "",
    ]
    assert "Where" not in mail_text(due(location=""), OFFICE, "Europe/London")
