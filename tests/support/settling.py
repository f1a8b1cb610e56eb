"""Small reviews of which people have settled something by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ltsched.domain.availability import Diary
from ltsched.domain.numbers import Setting
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review, Settings
from ltsched.domain.settled import Settled, State, WishedWindow
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.timetable import Timetable
from ltsched.solve.plan import plan
from tests.support.agendas import at, day, person, review, room
from tests.support.reading import customised
from tests.support.small_reviews import CAST, SHORT

PEOPLE: tuple[Person, ...] = (
    *CAST,
    person("l2", Role.LEAD_REVIEWER, agency=""),
    person("t2", agency="NHS"),
)
C1, C2, JOINT = "conversation:c1", "conversation:c2", "joint-meeting:1"
TODAY = day(-1)


def agreed(activity: str, start: datetime | date | None = None, room: str | None = None, *held_by: str) -> Settled:
    """Return what is agreed of an activity: a time or a day, a room, and who holds it."""
    return settled(activity, State.AGREED, start, room, *held_by)


def settled(
    activity: str, state: State, start: datetime | date | None = None, room: str | None = None, *held_by: str
) -> Settled:
    """Return what is settled of an activity."""
    moment = start if isinstance(start, datetime) else None
    return Settled(activity, state, start.date() if isinstance(start, datetime) else start, moment, room, held_by)


def settled_review(
    *said: Settled,
    windows: Sequence[WishedWindow] = (),
    busy: Mapping[str, Spans] | None = None,
    numbers: Mapping[str, Setting] | None = None,
    option: str = "mid-range",
    **more: Any,
) -> Review:
    """Return a review of two conversations and a few meetings within four weeks, with two rooms; r1 seats three."""
    own = {**SHORT, **(numbers or {})}
    made = review(
        PEOPLE,
        option=customised(option, own),
        settings=Settings(customise=own),
        rooms=(room("r1", 3), room("r2")),
        diaries={id: Diary(time, NEVER) for id, time in (busy or {}).items()},
        **{"today": TODAY, **more},
    )
    return replace(made, settled=said, windows=tuple(windows))


def planned(review: Review) -> Timetable:
    """Return the timetable of a review, which has one."""
    found = plan(review).timetable
    assert found is not None
    return found


__all__ = ["C1", "C2", "JOINT", "PEOPLE", "TODAY", "agreed", "at", "day", "planned", "settled", "settled_review"]
