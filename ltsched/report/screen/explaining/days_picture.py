"""The days of a clash against its people, in letters: for every screen, every eye and every pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.picture import Cell, DaysPicture, Row
from ltsched.domain.explaining.step import Call
from ltsched.domain.words.explaining.away_words import AWAY, OTHER, away_words, short_words
from ltsched.domain.words.explaining.calling import call_of
from ltsched.domain.words.wording import day_text, harmless, listed_first, plural
from ltsched.report.screen.layout import heading

__all__ = ["days_part"]

NAME = 25
MOST_NAMED = 6
MOST_WEEKS_OF_DAYS = 9
MOST_WEEKS = 26
MOST_ROWS = 15
FREE, NO_DAY = "·", " "
WORKDAYS = 5
ONE_WEEK = timedelta(weeks=1)


def days_part(picture: DaysPicture, agenda: Agenda) -> Group:
    """Return the days against the people and rooms of a clash, a letter for the kind of absence, small for a part.

    Over more weeks than fit, a letter for each week: capital where somebody is away on all of its days.
    """
    mondays = _mondays(picture.days)
    call = call_of(agenda.review, agenda.activities)
    rows = sorted(picture.rows, key=lambda row: -len(row.away))[:MOST_ROWS]
    by_days = len(mondays) <= MOST_WEEKS_OF_DAYS
    lines: list[RenderableType] = [heading("Who is away when")]
    for start in range(0, len(mondays), MOST_WEEKS):
        weeks = mondays[start : start + MOST_WEEKS]
        lines += _band(picture, rows, weeks, call, by_days=by_days)
    if len(picture.rows) > len(rows):
        lines.append(Text(f" and {plural(len(picture.rows) - len(rows), 'other')} on fewer days"))
    return Group(*lines, *_legend(picture, rows, call, by_days=by_days))


def _mondays(days: Iterable[date]) -> list[date]:
    mondays = [day - timedelta(days=day.weekday()) for day in days]
    weeks = (mondays[-1] - mondays[0]).days // 7 + 1
    return [mondays[0] + number * ONE_WEEK for number in range(weeks)]


def _band(picture: DaysPicture, rows: Sequence[Row], weeks: Sequence[date], call: Call, *, by_days: bool) -> list[Text]:
    """Return the head, a line for each of `rows`, and the line that marks the best day."""
    width = WORKDAYS + 1 if by_days else 2
    lines = [
        _line("", _months(weeks, width)),
        _line("", "".join(f"{monday.day:<{width}}" for monday in weeks) if by_days else ""),
    ]
    for row in rows:
        marks = "".join(_marks(row, monday, picture, by_days=by_days) for monday in weeks)
        lines.append(_line(call(row.id), marks))
    best = picture.best
    if best is not None and weeks[0] <= best < weeks[-1] + ONE_WEEK:
        place = (best - weeks[0]).days // 7 * width + (best.weekday() if by_days else 0)
        lines.append(_line("", " " * place + "^"))
    return [line for line in lines if line.plain.strip()]


def _line(name: str, marks: str) -> Text:
    short = harmless(name)
    short = short if len(short) <= NAME else f"{short[: NAME - 1]}…"
    return Text(f" {short:<{NAME}} {marks}".rstrip(), no_wrap=True)


def _months(weeks: Sequence[date], width: int) -> str:
    """Return the name of each month above the first of its weeks, where there is room for it."""
    text = ""
    for number, monday in enumerate(weeks):
        if (not number or monday.month != weeks[number - 1].month) and (len(text) < number * width or not number):
            text = f"{text:<{number * width}}{monday:%b}"
    return text


def _marks(row: Row, monday: date, picture: DaysPicture, *, by_days: bool) -> str:
    week = [monday + timedelta(days=number) for number in range(WORKDAYS)]
    if by_days:
        return "".join(_mark(row.away.get(day)) if day in picture.days else NO_DAY for day in week) + " "
    days = [day for day in week if day in picture.days]
    cells = [row.away[day] for day in days if day in row.away]
    if not cells:
        return f"{FREE if days else NO_DAY} "
    kinds = [cell.kind for cell in cells]
    most = max(dict.fromkeys(kinds), key=kinds.count)
    return f"{_mark(Cell((most,), len(cells) == len(days) and all(cell.whole for cell in cells)))} "


def _mark(cell: Cell | None) -> str:
    if cell is None:
        return FREE
    letter = away_words(cell.kind).letter
    return letter if cell.whole else letter.lower()


def _legend(picture: DaysPicture, rows: Sequence[Row], call: Call, *, by_days: bool) -> list[RenderableType]:
    kinds = {kind for row in rows for cell in row.away.values() for kind in cell.kinds}
    signs = [f"{words.letter} {short_words(kind)}" for kind, words in AWAY.items() if kind in kinds]
    signs += [f"{OTHER.letter} {OTHER.unpriced}"] if kinds - AWAY.keys() else []
    part = "a small letter for a part of the day" if by_days else "a letter a week, small for a part of it"
    lines = [f"{', '.join(signs)}; {part}; {FREE} nothing in the way"]
    if picture.best is not None:
        away = [call(row.id) for row in picture.rows if picture.best in row.away]
        lines.append(f"^ the best day is {day_text(picture.best)}; {_away(away)}")
    return [Text(), *(Padding(Text(harmless(line)), (0, 0, 0, 1), expand=False) for line in lines)]


def _away(names: Sequence[str]) -> str:
    return f"away: {listed_first(names, MOST_NAMED)}" if names else "nobody is away"
