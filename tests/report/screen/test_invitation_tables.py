"""What was issued, on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from ltsched.domain.invitations.invitations import Due, Invitation, Issued, Ledger, Told, what_is_due
from ltsched.report.screen.invitation_tables import messages_line, messages_table, told_what, without_table
from tests.support.agendas import at
from tests.support.invitations import changed
from tests.support.made_up import HOSTILE, made_up_agenda, made_up_timetable
from tests.support.printing import printed

NOW = at(0, "09:00")
DAY = timedelta(days=1)


def invitation(recipient: str, activity: str = "joint-meeting:1", title: str = "joint meeting 1") -> Invitation:
    told = Told(activity, recipient, f"{recipient}@x.example", f"LT-1: {title}", at(7, "10:00"), at(7, "12:00"), "Hall")
    return Invitation(told)


def issued(dues: Sequence[Due]) -> Ledger:
    """Return a ledger in which `dues` were issued."""
    lines = (Issued(due.invitation.told, due.uid, due.sequence, due.method, due.hash, NOW, 1) for due in dues)
    return Ledger("LT-1", issued=tuple(lines))


def due(before: Sequence[Invitation], after: Sequence[Invitation]) -> tuple[Due, ...]:
    """Return what is due after `before` was issued; the joint meeting is held."""
    return what_is_due(issued(what_is_due(Ledger("LT-1"), before, NOW)), after, NOW, held=("joint-meeting:1",))


@pytest.mark.parametrize(
    ("activity", "title", "shown"),
    [
        ("joint-meeting:1", "joint meeting 1", "Joint meeting 1"),
        ("conversation:p07", "conversation", "Conversation p07"),
        ("audit:F04", "case-file audit f04", "Case-file audit f04"),
        ("set-up", "set-up: a meeting", "Set-up: a meeting"),
    ],
)
def test_a_booking_is_named_without_the_code_name(activity: str, title: str, shown: str) -> None:
    assert told_what(invitation("p07", activity, title).told) == shown


def test_who_hears_the_same_of_one_booking_stands_in_one_row() -> None:
    rows = printed(messages_table(due([], [invitation("p1"), invitation("p2"), invitation("p2", "set-up", "set-up")])))
    assert "new Joint meeting 1 Mon 8 Mar 2027 10:00–12:00 p1, p2" in rows
    assert "new Set-up Mon 8 Mar 2027 10:00–12:00 p2" in rows


def test_a_move_says_what_was_and_a_change_of_room_both_rooms() -> None:
    """And a withdrawal is told from a cancellation."""
    first = [invitation(id) for id in ("p1", "p2", "p3")]
    moved = changed(first[0], start=first[0].told.start + DAY, end=first[0].told.end + DAY)
    rows = printed(messages_table(due(first, [moved, changed(first[1], location="")])), width=200).splitlines()
    assert [row for row in rows if row.startswith(("moved", "was", "changed", "Hall", "withdrawn"))] == [
        "withdrawn Joint meeting 1 Mon 8 Mar 2027 10:00–12:00 p3",
        "moved Joint meeting 1 Tue 9 Mar 2027 10:00–12:00 p1",
        "was Mon 8 Mar 2027 10:00–12:00",
        "changed Joint meeting 1 Mon 8 Mar 2027 10:00–12:00 p2",
        "Hall → no room",
    ]


def test_one_line_counts_messages_and_people() -> None:
    line = messages_line("LT-1", due([invitation("p1")], [invitation("p2"), invitation("p2", "set-up", "set-up")]))
    assert line.plain == "LT-1  3 messages for 2 people: 2 new and 1 withdrawn"


def test_hostile_texts_are_harmless() -> None:
    """A room or a title with escape sequences does nothing on a terminal."""
    first = invitation("p1", title=HOSTILE)
    shown = printed(messages_table(due([changed(first, location=HOSTILE)], [changed(first, location="Hall")])))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_who_gets_no_invitation_is_named_with_what_it_is() -> None:
    plan = made_up_agenda()
    table = without_table([("c3", ("joint-meeting:1",))], made_up_timetable(plan), plan.review)
    assert printed(table) == "c3 Name of c3 Joint meeting 1 (6 Apr)"
