"""The page of a review: one file, well formed, that holds all that there is to tell and nothing that can run."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from ltsched.domain.timetable import Status
from ltsched.report.page.page import page
from tests.report.page.parsing import Parsed, parsed
from tests.report.page.samples import HOSTILE, SCENARIOS, comparison, hostile, scenario, small, unproven
from tests.support import agendas
from tests.support.traded import only_one, tradeoffs

MOST_BYTES = 1_500_000
DRAWN = re.compile("phases-(booking|milestone|deadline)|people-(booking|missing)")


@cache
def scenario_page(name: str) -> str:
    return page(*scenario(name), comparison=comparison())


@cache
def scenario_parsed(name: str) -> Parsed:
    return parsed(scenario_page(name))


@cache
def small_page() -> str:
    return page(*small(), comparison=comparison())


@pytest.fixture(params=SCENARIOS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_everything_is_in_one_file_of_a_fair_size(name: str) -> None:
    text = scenario_page(name)
    assert len(text.encode()) < MOST_BYTES
    found = scenario_parsed(name)
    assert not found.all("script", "link", "img", "iframe", "object", "embed", "form", "base")
    outside = re.compile(r"""(?:src|href|action|data|poster)\s*=\s*["'](?!#)|@import|url\((?!#)""")
    assert outside.findall(text) == []
    assert not [a for element in found.elements for a in element.attributes if a.startswith("on")]
    policy = next(each for each in found.all("meta") if each.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_headings_landmarks_and_tables_are_in_order(name: str) -> None:
    found = scenario_parsed(name)
    levels = [int(heading.tag[1]) for heading in found.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("header", "nav", "main", "footer"):
        assert len(found.all(landmark)) == 1
    ids = found.ids()
    assert len(ids) == len(set(ids))
    assert {link.attributes["href"].removeprefix("#") for link in found.all("a")} <= set(ids)
    assert found.all("html")[0].attributes["lang"] == "en-GB"
    assert len(found.all("table")) == len(found.all("caption"))
    assert all(head.attributes.get("scope") in ("col", "row") for head in found.all("th"))
    labels = [section.attributes["aria-labelledby"] for section in found.all("section")]
    assert set(labels) <= set(ids)


def test_every_booking_is_drawn_listed_and_in_a_calendar(name: str) -> None:
    """By phase once, with the milestones, and by person for each who comes or is missed: no more and no less."""
    timetable, review = scenario(name)
    found = scenario_parsed(name)
    booked = list(enumerate(timetable.bookings, 1))
    drawn = [
        *(f"phases-booking-{number}" for number, _ in booked),
        *(f"phases-milestone-{each.id}" for each in timetable.milestones),
        *(["phases-deadline"] if review.deadline else []),
        *(f"people-booking-{number}-{id}" for number, each in booked for id in each.attendees),
        *(f"people-missing-{number}-{id}" for number, each in booked for id in each.missing),
    ]
    assert sorted(filter(DRAWN.match, found.ids())) == sorted(drawn)
    attended = sum(len(booking.attendees) for booking in timetable.bookings)
    calendars = [item for item in found.all("li") if item.inside("td")]
    assert len(calendars) == len(timetable.bookings)
    own = [row for row in found.all("tr") if row.inside("details") and row.inside("tbody")]
    assert len(own) == attended


def test_a_chart_is_a_figure_that_can_be_read_aloud() -> None:
    found = parsed(small_page())
    pictures = found.all("svg")
    assert len(pictures) == 3
    for picture in pictures:
        assert picture.inside("figure")
        assert picture.attributes["role"] == "img"
        told = {element.attributes.get("id"): element.text for element in found.all("title", "desc")}
        assert all(told[id] for id in picture.attributes["aria-labelledby"].split())


def test_equal_arguments_give_equal_pages() -> None:
    assert page(*small(), comparison=comparison()) == small_page()


def test_the_colours_of_a_picture_follow_the_theme() -> None:
    text = page(*small(agendas.day(45)), comparison=comparison())
    body = text[text.index("<body>") :]
    assert re.findall(r'style="[^"]*#[0-9a-f]{3,8}', body) == []


@pytest.mark.parametrize("only", [None, "l1", "c1"])
def test_texts_cannot_become_markup(only: str | None) -> None:
    text = page(*hostile(), comparison=comparison(HOSTILE), only=only)
    found = parsed(text)
    assert "<script" not in text
    assert "<img" not in text
    assert len(found.all("title")) - sum(title.inside("svg") for title in found.all("title")) == 1
    assert not {"\x1b", "\u202e"} & set(text)
    assert "<script>window.hacked=1</script>" in found.text
    assert "$x^2$" in found.text
    assert "😀" in found.text


def test_a_review_without_bookings_has_a_page() -> None:
    timetable, review = small()
    empty = replace(timetable, bookings=(), milestones=(), stages=(), measures={}, warnings=())
    text = parsed(page(empty, review)).text
    assert "0 bookings" in text
    assert "No final report among the milestones" in text


def test_the_comparison_is_left_out_where_there_is_none() -> None:
    with_it, without = parsed(small_page()), parsed(page(*small()))
    assert "comparison" in with_it.ids()
    assert "comparison" not in without.ids()
    assert "too many conversations: two files are assumed" in with_it.text
    assert "Assumed: two files are assumed" in with_it.text


def test_what_was_not_checked_is_not_to_be_sent() -> None:
    checked, unchecked = parsed(small_page()).text, parsed(page(*small(), verified=False)).text
    assert "ltsched invite" in checked
    assert "Send nothing yet" not in checked
    assert "Send nothing yet" in unchecked
    assert "ltsched invite" not in unchecked


def test_what_is_not_proven_is_told() -> None:
    timetable, review = small()
    text = parsed(page(unproven(timetable), review)).text
    assert "missed attendance by up to 1 attendance." in text
    assert "not proven: at best 1 attendance" in text
    assert "plan longer" in text
    proven = parsed(small_page()).text
    assert timetable.status is Status.OPTIMAL
    assert "No other timetable is better: this is certain." in proven
    assert "plan longer" not in proven


def test_whoever_has_no_seat_is_marked() -> None:
    """Wherever it is told that somebody is missing, and with what may help; in nobody else's page."""
    timetable, review = small()
    assert "no seat)" not in page(timetable, review)
    full = replace(timetable, bookings=tuple(replace(b, unseated=b.missing) for b in timetable.bookings))
    assert any(booking.unseated for booking in full.bookings)
    text = parsed(page(full, review)).text
    assert text.count("(no seat)") >= 3
    assert "the room has no seat for them" in text
    assert "or find a room with more seats" in text
    coming = next(booking for booking in full.bookings if booking.unseated).attendees[0]
    assert "no seat)" not in page(full, review, only=coming)


def test_trade_offs_are_a_part_of_the_page() -> None:
    """Its table and its picture, if there is anything to choose; else the sentence that there is not."""
    found = parsed(page(*small(), tradeoffs=tradeoffs()))
    assert "tradeoffs" in found.ids()
    assert len(found.all("svg")) == 3
    assert len(found.all("table")) == len(found.all("caption"))
    rows = [row.text for row in found.all("tr") if "--choose" in row.text]
    assert len(rows) == 4
    assert "3 working days late" in rows[0]
    assert "not proven: perhaps 1 would do" in rows[3]
    text = page(*small(), tradeoffs=only_one())
    assert "Nothing to choose: the report of 12 Apr 2027 is the earliest" in text
    assert len(parsed(text).all("svg")) == 2
    assert "tradeoffs" not in parsed(small_page()).ids()


def test_milestones_that_wait_say_so() -> None:
    """There are none, and that is not all that there is to say."""
    timetable, review = small()
    made = page(replace(timetable, waiting=("joint-meeting:2",), milestones=()), review)
    assert "None has a date: the report waits for the end of a hold that has none." in made
