"""Random small agendas in which somebody may be left out of every meeting: of one kind, and nobody is always there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.spans import NEVER, Spans
from tests.support.agendas import MONDAY, activity, agenda, day, room, span
from tests.support.small_agendas import COARSE, PEOPLE, STAFF, WINDOWS, days_of, precedences, shapes, talks

__all__ = ["left_out"]

PARTS = (None, None, ("09:00", "13:00"), ("13:00", "17:00"), ("09:00", "17:00"))


@st.composite
def away(draw: st.DrawFn, window: tuple[int, int]) -> Spans:
    """Half and whole days."""
    found = NEVER
    for each in days_of(*window):
        if part := draw(st.sampled_from(PARTS)):
            found |= span((each - MONDAY).days, *part)
    return found


@st.composite
def left_out(draw: st.DrawFn, roomed: bool = False) -> Agenda:
    """Two or three meetings of a kind at which three to five people are expected, and perhaps a conversation."""
    window = draw(st.sampled_from(WINDOWS))
    made = [draw(talks(subject, window)) for subject in STAFF[: draw(st.integers(0, 1))]]
    for id in ("a", "b", "c")[: 2 if made else draw(st.integers(2, 3))]:
        must = draw(st.sampled_from([("l1",), ()]))
        others = [each.id for each in PEOPLE if each.id not in must]
        more: dict[str, Any] = {"first": day(window[0]), "end": day(window[1])}
        if roomed:
            more["room"] = draw(st.sampled_from([RoomNeed.NEEDED, RoomNeed.NEEDED, RoomNeed.NONE]))
        expected = tuple(draw(st.lists(st.sampled_from(others), min_size=3, max_size=5, unique=True)))
        minutes = draw(st.sampled_from([120, 240]))
        made.append(
            activity(id, kind=Kind.JOINT_MEETING, minutes=minutes, must=must, expected=expected, quorum=1, **more)
        )
    ids = tuple(each.id for each in made)
    sizes = draw(st.lists(st.integers(2, 5), min_size=1, max_size=2, unique=True)) if roomed else []
    rooms = [room(f"r{seats}", seats) for seats in sizes]
    reluctant = draw(st.sets(st.sampled_from([each.id for each in PEOPLE]), max_size=2))
    return replace(
        agenda(
            PEOPLE,
            made,
            rooms=rooms,
            busy={id: draw(away(window)) for id in (*(p.id for p in PEOPLE), *(r.id for r in rooms))},
            if_needed={id: draw(away(window)) for id in sorted(reluctant)},
            precedences=[draw(precedences(ids))] if draw(st.booleans()) else [],
            shape=draw(shapes(ids, window)),
            days=window[1],
            option=COARSE,
        ),
        span_start=day(window[0]),
    )
