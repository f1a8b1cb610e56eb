"""The page that shows why nothing fits."""

from __future__ import annotations

import re
from dataclasses import replace

from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.report.page.explanation_page import explanation_page
from tests.report.page.parsing import parsed
from tests.support.explained import explained, explained_agenda
from tests.support.made_up import HOSTILE


def page_of(explanation: Explanation) -> str:
    agenda = explained_agenda()
    return explanation_page(explanation, telling_of(explanation, agenda), agenda)


def test_it_is_one_file_in_order() -> None:
    """Nothing can run or be loaded; headings, tables and landmarks are in order."""
    found = parsed(page_of(explained()))
    assert not found.all("script", "link", "img", "iframe", "form")
    levels = [int(one.tag[1]) for one in found.all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    ids = found.ids()
    assert len(ids) == len(set(ids))
    assert {one.attributes["aria-labelledby"] for one in found.all("section")} <= set(ids)
    assert len(found.all("table")) == len(found.all("caption"))
    assert all(one.attributes.get("scope") in ("col", "row") for one in found.all("th"))


def test_it_says_what_the_screen_says() -> None:
    text = " ".join(parsed(page_of(explained())).text.split())
    for said in (
        "No timetable is possible: the joint meeting has no day on which Dana Example (t1) can come.",
        "Dana Example (t1) is on leave: Mon 1 to Fri 12 Mar 2027",
        "If Dana Example (t1) could come on Wed 17 Mar 2027",
        "Report Fri 9 Apr 2027, 3 working days late; 2 absences (perhaps better: not proven)",
        "in review.toml, [customise]: joint-meeting-minutes = 210",
        "the best day: Wed 17 Mar 2027",
    ):
        assert said in text


def test_the_picture_has_letters_and_words_for_each_day() -> None:
    """Nothing is told by a colour alone, and each letter can be read aloud as words."""
    found = parsed(page_of(explained()))
    marks = [one for one in found.all("td") if one.inside("table") and "title" in one.attributes]
    assert len(marks) == 20
    assert marks[0].attributes == {"class": "monday whole", "title": "on leave"}
    assert marks[12].attributes == {"class": "best part", "title": "busy in the calendar, a part of the day"}
    heads = [one.attributes["title"] for one in found.all("abbr") if one.inside("thead")]
    assert heads[12] == "Wed 17 Mar 2027, the best day"


def test_no_text_can_become_markup() -> None:
    agenda = explained_agenda()
    people = tuple(replace(one, name=HOSTILE) for one in agenda.review.people)
    agenda = replace(agenda, review=replace(agenda.review, people=people))
    text = explanation_page(explained(), telling_of(explained(), agenda), agenda)
    assert "<script" not in text
    assert "\x1b" not in text
    assert re.search(r"\u202e", text) is None


def test_what_is_not_proven_says_so() -> None:
    clash = replace(explained().clashes[0], smallest=False)
    text = parsed(page_of(explained(clashes=(clash,), all_found=False))).text
    assert "That each of them matters was not shown" in text
    assert "That nothing cheaper helps too is not proven." in text
    assert "without any one of them" not in text


def test_equal_explanations_make_equal_pages() -> None:
    assert page_of(explained()) == page_of(explained())


def test_without_clashes_and_cures_it_says_so() -> None:
    text = parsed(page_of(explained(clashes=(), cures=(), arithmetic=()))).text
    assert "Nothing was found that would help." in text
    assert "What counting says" not in text
