"""Why somebody cannot be booked: it agrees with when they can."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.availability import Diary, DiaryTime, Level
from ltsched.domain.explaining.away import away_times
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.people import Person, WorkingHours
from ltsched.domain.review import Hold, HoldScope, Review
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import Spans, day_span, moment_of
from ltsched.domain.working_days import WorkingDays
from ltsched.options.diaries import availability
from ltsched.options.settled.windows import within_windows
from tests.support.agendas import LONDON, MONDAY, at, day, person, review, room, span

DAYS = 35
CLOCKS = ("00:00", "07:30", "09:00", "10:20", "12:00", "13:00", "16:45", "17:00", "23:30")
PART_TIME = WorkingHours(((0, 9 * 60, 17 * 60), (1, 9 * 60, 12 * 60), (1, 13 * 60, 16 * 60)))


def told(spans: Spans, kind: str, level: Level = Level.BUSY, *, frees: bool = False) -> list[DiaryTime]:
    """Return times of a diary."""
    return [DiaryTime(start, end, level, "busy.csv:2", kind=kind, frees=frees) for start, end in spans]


def lines(made: Review, id: str, first: date = MONDAY, end: date | None = None) -> list[str]:
    """Return why somebody is away, in readable local times."""
    found = []
    for away in away_times(made, id, first, end or day(1)):
        start, last = (f"{moment_of(minute, LONDON):%a %d %H:%M}" for minute in (away.start, away.end))
        found.append(f"{away.kind}: {start} to {last} {away.reason}".strip())
    return found


def test_before_and_after_their_hours_on_a_day_that_they_work() -> None:
    """The day is bounded by local midnight."""
    assert lines(review([person("t1")]), "t1") == [
        "outside-hours: Mon 01 00:00 to Mon 01 09:00",
        "outside-hours: Mon 01 17:00 to Tue 02 00:00",
    ]


def test_a_day_that_they_do_not_work_and_a_pause_between_their_hours() -> None:
    """Monday is whole, Tuesday has a pause, Wednesday is no day of theirs."""
    made = review([person("t1", works=PART_TIME)])
    assert lines(made, "t1", day(1), day(3)) == [
        "outside-hours: Tue 02 00:00 to Tue 02 09:00",
        "outside-hours: Tue 02 12:00 to Tue 02 13:00",
        "outside-hours: Tue 02 16:00 to Wed 03 00:00",
        "part-time-day: Wed 03 00:00 to Thu 04 00:00",
    ]


def test_each_entry_of_a_diary_by_its_kind_but_for_what_could_be_given_up() -> None:
    """Two kinds at the same time are two; what is tentative keeps nobody away, nor what was left out."""
    times = (
        *told(span(0, "10:00", "12:00"), "court"),
        *told(span(0, "11:00", "13:00"), "leave"),
        *told(span(0, "14:00", "15:00"), "tentative", Level.IF_NEEDED),
        *told(span(0, "15:00", "16:00"), "", Level.FREE),
    )
    made = review([person("t1")], diaries={"t1": Diary.of(times)})
    assert lines(made, "t1")[1:-1] == ["court: Mon 01 10:00 to Mon 01 12:00", "leave: Mon 01 11:00 to Mon 01 13:00"]


def test_a_diary_without_entries_is_just_busy() -> None:
    """As one that is made in a program."""
    made = review([person("t1")], diaries={"t1": Diary(span(0, "10:00", "12:00"))})
    assert lines(made, "t1")[1] == "busy: Mon 01 10:00 to Mon 01 12:00"


def test_what_was_freed_after_all_keeps_nobody_away() -> None:
    """Not what stands in their diary then, nor their hours; a whole day is the hours in which anybody works."""
    times = (
        *told(span(0, "10:00", "12:00"), "court"),
        *told(span(0, "11:00", "18:00"), "", Level.FREE, frees=True),
    )
    days = told(Spans.of([day_span(day(2), day(2), LONDON)]), "", Level.FREE, frees=True)
    early = person("t2", works=WorkingHours(tuple((weekday, 7 * 60, 15 * 60) for weekday in range(5))))
    made = review([person("t1", works=PART_TIME), early], diaries={"t1": Diary.of((*times, *days))})
    assert lines(made, "t1") == [
        "outside-hours: Mon 01 00:00 to Mon 01 09:00",
        "court: Mon 01 10:00 to Mon 01 11:00",
        "outside-hours: Mon 01 18:00 to Tue 02 00:00",
    ]
    assert lines(made, "t1", day(2), day(3)) == [
        "part-time-day: Wed 03 00:00 to Wed 03 07:00",
        "part-time-day: Wed 03 15:00 to Thu 04 00:00",
    ]


def test_holds_declines_and_windows() -> None:
    """A hold has its reason, as review.toml tells it."""
    made = review(
        [person("t1"), person("t2")],
        holds=(
            Hold(HoldScope.PERSON, "t1", day(0), day(0), "witness"),
            Hold(HoldScope.PERSON, "t2", day(0), None, "other"),
            Hold(HoldScope.REVIEW, "", day(0), day(0), "strike"),
        ),
        declined=(PersonTime(person="t1", activity="a", start=at(0, "10:00"), end=at(0, "11:00")),),
        windows=(
            WishedWindow(person="t1", closes=time(12)),
            WishedWindow(person="t1", opens=time(15), closes=time(16)),
            WishedWindow(activity="a", closes=time(9)),
        ),
    )
    assert lines(made, "t1") == [
        "outside-hours: Mon 01 00:00 to Mon 01 09:00",
        "hold-of-person: Mon 01 00:00 to Tue 02 00:00 witness",
        "declined: Mon 01 10:00 to Mon 01 11:00",
        "window: Mon 01 12:00 to Mon 01 15:00",
        "window: Mon 01 16:00 to Tue 02 00:00",
        "outside-hours: Mon 01 17:00 to Tue 02 00:00",
    ]


def test_a_room_is_just_taken() -> None:
    """At any hour, whatever for."""
    made = review([], rooms=(room("r1"),), diaries={"r1": Diary.of(tuple(told(span(0, "06:00", "12:00"), "leave")))})
    assert lines(made, "r1") == ["room-busy: Mon 01 06:00 to Mon 01 12:00"]


@pytest.mark.parametrize(("first", "end"), [(day(5), day(7)), (day(0), day(0)), (day(1), day(0)), (day(-9), day(0))])
def test_nothing_is_told_of_days_on_which_nobody_is_booked(first: date, end: date) -> None:
    """A weekend, no days at all, and days before the commissioning."""
    assert away_times(review([person("t1")], rooms=(room("r1"),)), "t1", first, end) == ()


def test_a_bank_holiday_is_nobodys_absence() -> None:
    """Nobody is booked on it, whoever works."""
    assert lines(review([person("t1")], holidays=frozenset({MONDAY})), "t1") == []


clocks = st.sampled_from(CLOCKS)
days = st.integers(0, DAYS - 1)


@st.composite
def times(draw: st.DrawFn) -> DiaryTime:
    first, last = sorted((draw(days), draw(days)))
    start, end = at(first, draw(clocks)), at(min(last, first + draw(st.integers(0, 3))), draw(clocks))
    low, high = sorted((int(start.timestamp() // 60), int(end.timestamp() // 60)))
    frees = draw(st.booleans())
    level = Level.FREE if frees else draw(st.sampled_from(tuple(Level)))
    return DiaryTime(low, high, level, "x", kind=draw(st.sampled_from(("court", "leave", "busy"))), frees=frees)


@st.composite
def hours(draw: st.DrawFn) -> WorkingHours:
    found = []
    for weekday in draw(st.sets(st.integers(0, 6))):
        start, end = sorted(draw(st.sets(st.sampled_from((0, 420, 540, 565, 780, 1020, 1440)), min_size=2, max_size=2)))
        found.append((weekday, start, end))
    return WorkingHours(tuple(found))


@st.composite
def windows(draw: st.DrawFn, id: str) -> WishedWindow:
    opens, closes = draw(st.sampled_from(((None, None), (time(10), time(15)), (time(10), None), (None, time(12, 30)))))
    first, last = draw(st.sampled_from(((None, None), (day(3), day(20)), (None, day(40)), (day(30), None))))
    weekdays = draw(st.frozensets(st.integers(0, 6)))
    return WishedWindow(person=id, weekdays=weekdays, opens=opens, closes=closes, first=first, last=last)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Return a review of two people and a room, with everything that may keep them away, while the clocks change."""
    people: list[Person] = [person(id, works=draw(hours())) for id in ("t1", "t2")]
    diaries = {id: Diary.of(tuple(draw(st.lists(times(), max_size=5)))) for id in ("t1", "t2", "r1")}
    number = draw(days)
    hold = Hold(HoldScope.PERSON, "t1", day(number), draw(st.sampled_from((None, day(number + 4)))), "trial")
    start = draw(days)
    declined = PersonTime(person="t1", activity="a", start=at(start, "10:07"), end=at(start, "12:00"))
    return review(
        people,
        rooms=(room("r1"),),
        diaries=diaries,
        holidays=draw(st.frozensets(st.builds(day, days), max_size=3)),
        holds=draw(st.sampled_from(((), (hold,)))),
        declined=draw(st.sampled_from(((), (declined,)))),
        windows=tuple(draw(st.lists(windows("t2"), max_size=2))),
    )


@given(made=reviews(), first=days, end=st.integers(0, DAYS))
def test_what_nothing_covers_is_exactly_the_free_time(made: Review, first: int, end: int) -> None:
    """On working days, to the minute, for people and rooms."""
    free = within_windows(availability(made, day(DAYS)), made, day(DAYS))
    working = WorkingDays(made.holidays).between(day(first), day(end))
    asked = Spans.of(day_span(each, each, LONDON) for each in working)
    for id in ("t1", "t2", "r1"):
        away = Spans.of((each.start, each.end) for each in away_times(made, id, day(first), day(end)))
        assert away & asked == away
        assert asked - away == free[id].free & asked


@given(made=reviews())
def test_a_day_alone_is_told_as_within_many(made: Review) -> None:
    """By kind, whatever days are asked for: what is asked for decides only where it is cut."""
    whole = away_times(made, "t1", day(0), day(DAYS))
    for number in range(0, DAYS, 5):
        open_time = Spans((day_span(day(number), day(number), LONDON),))
        alone = away_times(made, "t1", day(number), day(number + 1))
        for kind in {each.kind for each in (*whole, *alone)}:
            of_many, by_itself = (Spans.of((a.start, a.end) for a in some if a.kind == kind) for some in (whole, alone))
            assert of_many & open_time == by_itself
