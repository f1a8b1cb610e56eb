"""A review of two weeks that is small and has something of everything, with each of the shapes."""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneDay, OneWeek, Precedence, Shape, Spread
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, room, span

MEETINGS = ("joint-meeting:1", "joint-meeting:2")
WEEKDAYS = tuple(day(number) for number in range(12) if number % 7 < 5)


def tiny(shape: Shape) -> Agenda:
    """A review of two weeks: two meetings by quorum, three conversations, one room, and people who are busy."""
    people = [
        person("l1", Role.LEAD_REVIEWER),
        person("l2", Role.LEAD_REVIEWER),
        *(person(id) for id in ("t1", "t2", "c1", "c2", "c3")),
    ]
    meeting = {"must": ("l1", "l2"), "expected": ("t1", "t2", "c1", "c2", "c3"), "quorum": 5}
    kind = Kind.JOINT_MEETING
    activities = [
        *(activity(id, kind=kind, minutes=180, end=day(12), **meeting) for id in MEETINGS),
        *(conversation(id, ("l1", "l2", "t1", "t2"), leads=("l1", "l2"), end=day(12)) for id in ("c1", "c2", "c3")),
    ]
    held = tuple(each.id for each in activities if each.kind is Kind.CONVERSATION)
    return agenda(
        people,
        activities,
        rooms=[room("r1", 7)],
        busy={
            "l1": span(0, "09:00", "17:00") | span(3, "09:00", "13:00") | span(7, "12:00", "17:00"),
            "l2": span(1, "13:00", "17:00") | span(8, "09:00", "12:00"),
            "t1": span(2, "09:00", "17:00") | span(9, "09:00", "17:00"),
            "c1": span(3, "09:00", "17:00") | span(7, "09:00", "17:00") | span(8, "09:00", "17:00"),
            "c2": span(4, "12:00", "17:00") | span(10, "09:00", "17:00"),
        },
        if_needed={"l2": span(2, "09:00", "17:00"), "c3": span(4, "09:00", "12:00") | span(8, "09:00", "17:00")},
        precedences=[Precedence(*MEETINGS, least=1), *(Precedence(id, MEETINGS[1]) for id in held)],
        daily_loads=[DailyLoad(held, 2)],
        shape=shape,
        deadline=day(19),
        days=12,
        span_days=12,
    )


SHAPES: dict[str, Shape] = {
    "spread": Spread(MEETINGS, (2, 7), 3, WEEKDAYS),
    "blocks": Blocks((MEETINGS[0], "conversation:c1", "conversation:c2"), (MEETINGS[1],), 3, 2, 9),
    "one week": OneWeek((*MEETINGS, "conversation:c1"), MONDAY),
    "one day": OneDay((MEETINGS[1], "conversation:c3")),
    "early": Early(MEETINGS, MONDAY),
}
