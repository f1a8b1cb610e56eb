"""What would be otherwise, in words after "if", and what to write where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from ltsched.domain.explaining.changes.freed import Freed, FreedTogether
from ltsched.domain.explaining.changes.number_set import NumberPlace, NumberSet
from ltsched.domain.explaining.changes.people import NoConversation, NotEssential, OneMoreReviewer
from ltsched.domain.explaining.changes.rooms import OneMoreRoom, RoomSeats
from ltsched.domain.explaining.changes.said import HoldEnds, NotAgreed, WindowsGone, WindowWidened
from ltsched.domain.explaining.step import Change, Edit
from ltsched.domain.numbers import Setting
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.review import Hold, HoldScope, Review
from ltsched.domain.settled import Settled, WishedWindow
from tests.support.agendas import person, review, room

LONDON = ZoneInfo("Europe/London")
NAMES = {"t01": "Amira Khan (t01)", "p03": "Bo Li (p03)", "r1": "Board room (r1)"}
TRIAL = Hold(HoldScope.REVIEW, "", date(2027, 3, 1), date(2027, 3, 12), "criminal trial")
WINDOW = WishedWindow("joint-meeting", weekdays=frozenset({1, 3}), opens=time(10), closes=time(16))
AGREED = Settled("set-up", day=date(2027, 1, 20))


def made() -> Review:
    """A review with what the changes are about."""
    people = [person("t01", essential=True), person("p03", Role.CASE_GROUP, conversation_rank=4)]
    found = review(people, rooms=(room("r1", 5),), holds=(TRIAL,))
    return replace(found, settled=(AGREED,), windows=(WINDOW,))


def freed(id: str, *kinds: str) -> Freed:
    """A Tuesday afternoon."""
    start = datetime(2027, 3, 2, 14, tzinfo=LONDON)
    return Freed(id, start, start.replace(hour=17), kinds)


def number(kind: str, key: str, before: float | str, after: float | str, *about: str) -> NumberSet:
    """A number of ``[customise]``."""
    return NumberSet(kind, NumberPlace(key), before, after, about)


JOINT = ("joint meetings", "joint meeting")
QUORUM = NumberSet("quorum", NumberPlace("joint-meeting-quorum"), 0.6, 0.55, JOINT, (11, 20, 12))
WORDS: list[tuple[Change, str, tuple[str, str, Setting | None, Setting | None]]] = [
    (
        FreedTogether((freed("t01", "leave"),)),
        "Amira Khan (t01) could come on Tue 2 Mar 2027, 14:00–17:00 (on leave)",
        ("busy.csv", "", None, "t01,2027-03-02T14:00,2027-03-02T17:00,free,can come after all"),
    ),
    (
        FreedTogether((freed("t01", "leave"), freed("p03", "busy"), freed("r1", "room-busy"))),
        "Amira Khan (t01) and Bo Li (p03) could come on Tue 2 Mar 2027, 14:00–17:00 (t01: on leave; p03: busy in the "
        "calendar) and Board room (r1) was free on Tue 2 Mar 2027, 14:00–17:00 (taken)",
        ("busy.csv", "", None, "t01,2027-03-02T14:00,2027-03-02T17:00,free,can come after all"),
    ),
    (
        NotEssential("t01"),
        "Amira Khan (t01) were expected at joint meetings, but not essential",
        ("people.csv", "t01.essential", "yes", ""),
    ),
    (
        NoConversation(("p03",)),
        "no conversation were held with Bo Li (p03) (the lowest rank)",
        ("people.csv", "p03.conversation", 4, ""),
    ),
    (
        OneMoreReviewer(Person("new1", "One more", "", (Role.REVIEW_TEAM,), "Another agency")),
        "there were one more reviewer on the review team, of another agency, Monday to Friday 09:00–17:00",
        ("people.csv", "", None, "new1,One more,,review-team,Another agency,,,,,"),
    ),
    (RoomSeats("r1", 5, 10), "Board room (r1) had 10 seats instead of 5", ("rooms.csv", "r1.capacity", 5, 10)),
    (
        OneMoreRoom(Room("new-room", "One more room", 9)),
        "there were one more room, for 9",
        ("rooms.csv", "", None, "new-room,One more room,9"),
    ),
    (
        HoldEnds(TRIAL, date(2027, 3, 5)),
        "the hold on the review (criminal trial) ended on Fri 5 Mar 2027 instead of Fri 12 Mar 2027",
        ("review.toml", "hold[1].until", "2027-03-12", "2027-03-05"),
    ),
    (
        HoldEnds(TRIAL, date(2027, 2, 28)),
        "there were no hold on the review (criminal trial)",
        ("review.toml", "hold[1]", "hold on the review (criminal trial)", None),
    ),
    (
        WindowsGone((WINDOW,)),
        "there were no window of review.toml for joint-meeting",
        ("review.toml", "window[1]", "joint-meeting", None),
    ),
    (
        WindowWidened(WINDOW, "hours"),
        "joint-meeting were not limited to 10:00-16:00",
        ("review.toml", "window[1].hours", "10:00-16:00", None),
    ),
    (
        NotAgreed(AGREED),
        "what was agreed of set-up were open again (it is on Wed 20 Jan 2027)",
        ("review.toml", "booking[1]", "set-up", None),
    ),
    (
        QUORUM,
        "the quorum of joint meetings were 11 of 20 instead of 12 (joint-meeting-quorum 0.55 for 0.6)",
        ("review.toml", "customise.joint-meeting-quorum", None, 0.55),
    ),
    (
        number("minutes", "joint-meeting-minutes", 360, 330, *JOINT),
        "joint meetings took 330 minutes instead of 360 (joint-meeting-minutes 330 for 360)",
        ("review.toml", "customise.joint-meeting-minutes", None, 330),
    ),
    (
        number("meeting", "joint-meetings", 2, 1, *JOINT),
        "1 joint meeting were held instead of 2 (joint-meetings 1 for 2)",
        ("review.toml", "customise.joint-meetings", None, 1),
    ),
    (
        number("meeting", "findings-meeting", "auto", "no", "findings meetings", "findings meeting"),
        "no findings meeting were held (findings-meeting no for auto)",
        ("review.toml", "customise.findings-meeting", None, "no"),
    ),
    (
        number("lag", "meetings-apart-working-days", 5, 4, "review-team meetings", "review-team meetings"),
        "at least 4 working days instead of 5 were left from one of the review-team meetings to the next "
        "(meetings-apart-working-days 4 for 5)",
        ("review.toml", "customise.meetings-apart-working-days", None, 4),
    ),
    (
        number("apart", "blocks-apart-most-weeks", 6, 7, "the first block", "the second"),
        "at most 7 weeks instead of 6 were left between the first block and the second "
        "(blocks-apart-most-weeks 7 for 6)",
        ("review.toml", "customise.blocks-apart-most-weeks", None, 7),
    ),
    (
        NumberSet("minutes", NumberPlace("minutes", "activity", "briefing"), 60, 30, ("Briefing", "Briefing")),
        "Briefing took 30 minutes instead of 60 (minutes 30 for 60)",
        ("review.toml", "activity[1].id", None, "briefing"),
    ),
]


@pytest.mark.parametrize(("change", "words", "first_edit"), WORDS, ids=[one[1][:40] for one in WORDS])
def test_it_is_said(change: Change, words: str, first_edit: tuple[str, str, Setting | None, Setting | None]) -> None:
    """After "if"; and the first place in the files."""
    found = made()
    assert change.words(found, lambda id: NAMES.get(id, id)) == words
    assert change.edits(found)[0] == Edit(*first_edit)


@pytest.mark.parametrize(
    ("kind", "key", "before", "after", "words"),
    [
        ("gap", "conversation-gap-minutes", 30, 15, "the pause after conversations were 15 minutes instead of 30"),
        ("per-day", "conversations-per-day", 3, 4, "one person could hold 4 conversations a day instead of 3"),
        ("reviewers", "reviewers-per-conversation", 2, 1, "conversations were held by 1 reviewer instead of 2"),
        (
            "notice",
            "conversation-notice-working-days",
            2,
            1,
            "conversations needed 1 working day of notice",
        ),
        ("span", "span-weeks", 26, 27, "the review could run for 27 weeks instead of 26"),
        ("lead-in", "lead-in-weeks", 2, 1, "the lead-in lasted 1 week instead of 2"),
        ("tolerance", "even-tolerance-days", 10, 11, "meetings could lie 11 working days from their even places"),
        ("block-length", "block-working-days", 5, 6, "a block could last 6 working days instead of 5"),
        ("start-step", "start-step-minutes", 30, 15, "bookings could start every 15 minutes instead of every 30"),
    ],
)
def test_each_number_has_its_words(kind: str, key: str, before: int, after: int, words: str) -> None:
    """Its name and its two values follow in brackets."""
    said = number(kind, key, before, after, "conversations", "conversation").words(made(), str)
    assert said.startswith(words)
    assert said.endswith(f" ({key} {after} for {before})")


def test_what_stands_there_already_is_told() -> None:
    """A number that review.toml sets has a value before; one that it leaves to the option has none."""
    found = made()
    found = replace(found, settings=replace(found.settings, customise={"span-weeks": 20}))
    assert number("span", "span-weeks", 20, 21).edits(found) == (Edit("review.toml", "customise.span-weeks", 20, 21),)
    assert number("lead-in", "lead-in-weeks", 4, 3).edits(found)[0].before is None


ROOM = OneMoreRoom(Room("new-room", "One more room", 12))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (HoldEnds(TRIAL, date(2027, 3, 5)), HoldEnds(TRIAL, date(2027, 3, 10))),
        (RoomSeats("r1", 5, 15), RoomSeats("r1", 5, 10)),
        (ROOM, OneMoreRoom(Room("new-room", "One more room", 6))),
        (NoConversation(("a", "b")), NoConversation(("b",), chosen=True)),
        (replace(QUORUM, after=0.4, people=(8, 20, 12)), QUORUM),
        (WindowsGone((WINDOW,)), WindowWidened(WINDOW, "hours")),
        (FreedTogether((freed("t01"), freed("p03"))), FreedTogether((freed("t01"),))),
    ],
)
def test_what_covers_another(more: Change, less: Change) -> None:
    """The greater amount does all that the smaller one does, and not the other way round; each does so itself."""
    assert more.covers(less)
    assert not less.covers(more)
    assert less.covers(less)
    assert not more.covers(NotEssential("t01"))
    assert not NotEssential("t01").covers(less)


def test_conversations_whose_ranks_are_written_are_left_out_together() -> None:
    """Of two that each write all ranks only one can be written; where nobody needs a new rank, each stands alone."""
    one = NoConversation(("b",), ("a", "c", "d"), chosen=True)
    other = NoConversation(("d",), ("a", "b", "c"))
    assert one.with_other(other) == NoConversation(("b", "d"), ("a", "c"), chosen=True)
    assert NoConversation(("b",), chosen=True).with_other(NoConversation(("d",))) is None
    assert one.with_other(NotEssential("t01")) is None
