"""The page that shows to others why nothing fits, and what would help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.explaining.picture import DaysPicture, Row, picture_of
from ltsched.domain.explaining.step import Call
from ltsched.domain.explaining.telling import Telling, ToldClash, ToldCure
from ltsched.domain.over import rehearsal_text
from ltsched.domain.words.explaining.away_words import AWAY, OTHER, away_words, short_words
from ltsched.domain.words.explaining.calling import call_of, capital
from ltsched.domain.words.explaining.doubt_words import doubts
from ltsched.domain.words.wording import date_text, day_text, one_line
from ltsched.report.page.templating import filled

__all__ = ["explanation_page"]

WEEKS_OF_A_BAND = 8
"""So many weeks stand side by side; more are put below one another."""

NOTHING = "nothing in the way"
MOST_UNSURE = 12
"""So many facts are shown of a clash of which not each is known to have a part in it."""

ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """One day of one person: a letter, and in words why they are away; both empty where nothing is in the way."""

    letter: str
    words: str
    whole: bool
    best: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The head of a column."""

    number: int
    words: str
    letter: str
    best: bool
    monday: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Some weeks of a picture: its title, the days, and for each person their marks."""

    title: str
    days: tuple[Day, ...]
    rows: tuple[tuple[str, tuple[Mark, ...]], ...]


@dataclass(frozen=True, slots=True)
class ShownClash:
    """A clash with its facts in words, and the picture of its days, in bands; none where there is none."""

    title: str
    facts: tuple[str, ...]
    smallest: bool
    bands: tuple[Band, ...]
    signs: tuple[tuple[str, str], ...]
    best: str


@dataclass(frozen=True, slots=True)
class ShownCure:
    """What would help, in words."""

    what: str
    also: str
    brings: str
    write: tuple[str, ...]
    proven: bool


def explanation_page(explanation: Explanation, telling: Telling, agenda: Agenda) -> str:
    """Return the page as the text of an HTML file that needs nothing else: no network, no program, no other file.

    It names people of the review. Of anybody's diary it shows the days and the kind of absence in the clash, and
    nothing else. Equal arguments give equal texts.

    Parameters
    ----------
    explanation, telling
        Of a review for which nothing fits, and the same in words.
    agenda
        What was to be planned.
    """
    review = agenda.review
    pairs = zip(explanation.clashes, telling.clashes, strict=True)
    pictures = [(told, picture_of(clash, explanation.cures, agenda)) for clash, told in pairs]
    call = call_of(review, agenda.activities)
    rehearsal = review.rehearsal and review.today is not None
    values = {
        "reference": one_line(review.reference),
        "option": one_line(agenda.option.title),
        "kind": review.kind.replace("-", " "),
        "commissioned": day_text(review.commissioned),
        "deadline": day_text(review.deadline) if review.deadline else "",
        "timezone": review.timezone.key,
        "rehearsal": rehearsal_text(review.today) if rehearsal and review.today else "",
        "headline": one_line(telling.headline.names),
        "arithmetic": tuple(dict.fromkeys(capital(one_line(reason.said)) for reason in telling.arithmetic)),
        "clashes": tuple(_clash(told, picture, call) for told, picture in pictures),
        "cures": tuple(map(_cure, telling.cures)),
        "doubts": doubts(telling),
    }
    return filled("explanation.html.j2", values)


def _clash(told: ToldClash, picture: DaysPicture | None, call: Call) -> ShownClash:
    return ShownClash(
        title=capital(one_line(told.said.names)),
        facts=tuple(
            capital(one_line(fact.said.names)) for fact in told.facts[: None if told.smallest else MOST_UNSURE]
        ),
        smallest=told.smallest,
        bands=() if picture is None else tuple(_bands(picture, call)),
        signs=() if picture is None else _signs(picture),
        best="" if picture is None or picture.best is None else day_text(picture.best),
    )


def _bands(picture: DaysPicture, call: Call) -> list[Band]:
    first = picture.days[0] - timedelta(days=picture.days[0].weekday())
    bands = []
    while first <= picture.days[-1]:
        end = first + WEEKS_OF_A_BAND * ONE_WEEK
        days = [day for day in picture.days if first <= day < end]
        if days:
            bands.append(_band(days, picture, call))
        first = end
    return bands


def _band(days: Sequence[date], picture: DaysPicture, call: Call) -> Band:
    heads = tuple(
        Day(day.day, day_text(day), f"{day:%a}"[0], day == picture.best, day.weekday() == 0 or day == days[0])
        for day in days
    )
    rows = tuple((one_line(call(row.id)), tuple(_mark(row, day, picture) for day in days)) for row in picture.rows)
    return Band(f"{date_text(days[0])} to {date_text(days[-1])}", heads, rows)


def _mark(row: Row, day: date, picture: DaysPicture) -> Mark:
    best = day == picture.best
    cell = row.away.get(day)
    if cell is None:
        return Mark("", NOTHING, False, best)
    letter = away_words(cell.kind).letter
    words = ", ".join(map(short_words, cell.kinds)) + ("" if cell.whole else ", a part of the day")
    return Mark(letter if cell.whole else letter.lower(), words, cell.whole, best)


def _signs(picture: DaysPicture) -> tuple[tuple[str, str], ...]:
    kinds = {kind for row in picture.rows for cell in row.away.values() for kind in cell.kinds}
    known = [(words.letter, short_words(kind)) for kind, words in AWAY.items() if kind in kinds]
    other = [(OTHER.letter, OTHER.unpriced)] if kinds - AWAY.keys() else []
    return (*known, *other)


def _cure(cure: ToldCure) -> ShownCure:
    return ShownCure(
        what=capital(one_line(cure.said.names)),
        also=capital(one_line(cure.also_said.names)),
        brings=capital(one_line(cure.brought)),
        write=tuple(map(one_line, cure.write)),
        proven=cure.brings.proven,
    )
