"""Fills the diary of one person: standing meetings, leave, and what comes up from day to day."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from generator.entries import Entry, ShowsAs
from generator.season import ENGLISH_BANK_HOLIDAYS, Season

__all__ = ["WEEKDAYS", "DiaryWriter"]

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE_DAY = timedelta(days=1)


class DiaryWriter:
    """Write entries into one diary; whole days away first, because repeating entries leave them out.

    Parameters
    ----------
    dice
        The source of chance; one of its own for each diary, so that a change to one leaves the others alone.
    season
        What all diaries of the scenario have in common.
    clears
        Whether this person kept clear what was to be kept clear.
    """

    def __init__(self, dice: random.Random, season: Season, *, clears: bool = False) -> None:
        self.dice = dice
        self.season = season
        self.entries: list[Entry] = []
        self._away: set[date] = set()
        self._cleared = {day for day in season.days() if clears and season.is_cleared(day)}
        self._standing: list[int] = []

    def is_away(self, day: date) -> bool:
        """Return whether nothing is planned for `day`: leave, a bank holiday, a day kept clear."""
        return day in self._away or day in self._cleared or day in ENGLISH_BANK_HOLIDAYS

    def note_cleared(self) -> None:
        """Enter the stretches that this person keeps clear, as entries that block nothing."""
        for first, last in self.season.cleared:
            if first in self._cleared:
                self.whole_days("Held for review", first, last, ShowsAs.FREE)

    def whole_days(self, summary: str, first: date, last: date, shows_as: ShowsAs = ShowsAs.AWAY) -> None:
        """Enter whole days from `first` to `last`, both included."""
        self.entries.append(Entry(summary, first, last + ONE_DAY, shows_as))
        if shows_as is ShowsAs.AWAY:
            day = first
            while day <= last:
                self._away.add(day)
                day += ONE_DAY

    def leave(self, weeks: int) -> None:
        """Enter so many weeks of leave, a week or a long weekend at a time, in the months in which leave is taken."""
        mondays = [day for day in self.season.days() if day.weekday() == 0 and not self.is_away(day)]
        for _ in range(weeks):
            month = self.dice.choice(self.season.leave_months)
            choice = [day for day in mondays if day.month == month] or mondays
            monday = self.dice.choice(choice)
            if monday in self._away or monday in self._cleared:
                continue
            self.whole_days("Leave", monday, monday + timedelta(days=self.dice.choice((4, 4, 4, 2))))

    def standing_weekday(self) -> int:
        """Choose the weekday of a standing meeting: a full one rather than a light one, another one each time."""
        left = [weekday for weekday in range(5) if weekday not in self._standing] or list(range(5))
        weekday = self._full_weekday(left)
        self._standing.append(weekday)
        return weekday

    def _full_weekday(self, choice: list[int]) -> int:
        return self.dice.choices(choice, [self.season.load[weekday] ** 2 for weekday in choice])[0]

    def weekly(
        self,
        summary: str,
        clock: str,
        minutes: int,
        *,
        weekdays: tuple[int, ...] = (),
        every: int = 1,
        first: date | None = None,
        last: date | None = None,
        shows_as: ShowsAs = ShowsAs.BUSY,
        moves: bool = False,
    ) -> None:
        """Enter a meeting of every week, or of every second one; on a standing weekday where none is given."""
        weekdays = weekdays or (self.standing_weekday(),)
        opening = first or self.season.first + timedelta(weeks=self.dice.randrange(every))
        closing = last or self.season.end - ONE_DAY
        monday = opening - timedelta(days=opening.weekday())
        days = [
            day
            for week in range(0, (closing - monday).days // 7 + 1, every)
            for weekday in weekdays
            if opening <= (day := monday + timedelta(weeks=week, days=weekday)) <= closing
        ]
        repeat: dict[str, str | int | list[str]] = {"freq": "weekly"}
        if every > 1:
            repeat["interval"] = every
        repeat["byday"] = [WEEKDAYS[weekday] for weekday in weekdays]
        self._series(summary, days, clock, minutes, repeat, closing, shows_as, moves=moves)

    def monthly(self, summary: str, clock: str, minutes: int) -> None:
        """Enter a meeting of every month, such as on its first Tuesday."""
        week, weekday = self.dice.randrange(1, 5), self._full_weekday(list(range(5)))
        days = [day for day in self.season.days() if day.weekday() == weekday and (day.day - 1) // 7 == week - 1]
        repeat: dict[str, str | int | list[str]] = {"freq": "monthly", "byday": [f"{week}{WEEKDAYS[weekday]}"]}
        self._series(summary, days, clock, minutes, repeat, self.season.end - ONE_DAY, ShowsAs.BUSY)

    def rota(self, summary: str, offset: int, cycle: int, clock: str, minutes: int, shows_as: ShowsAs) -> None:
        """Enter a shift that comes round every `cycle` days, weekends too."""
        days = list(self.season.days())[offset::cycle]
        repeat: dict[str, str | int | list[str]] = {"freq": "daily", "interval": cycle}
        self._series(summary, days, clock, minutes, repeat, self.season.end - ONE_DAY, shows_as, holidays=True)

    def single(self, summary: str, day: date, clock: str, minutes: int, shows_as: ShowsAs = ShowsAs.BUSY) -> None:
        """Enter one meeting."""
        start = _at(day, clock)
        self.entries.append(Entry(summary, start, start + timedelta(minutes=minutes), shows_as))

    def day_to_day(self, per_day: float, summaries: tuple[str, ...], shortest: int = 60, longest: int = 180) -> None:
        """Enter what comes up: `per_day` meetings on a usual day, fewer on the light ones."""
        for day in self.season.working_days():
            come_up = self.dice.random() < per_day * self.season.load[day.weekday()]
            half_hours = self.dice.randrange(shortest // 30, longest // 30 + 1)
            start_minutes = 9 * 60 + 30 * self.dice.randrange(0, 17 - half_hours)
            summary = self.dice.choice(summaries)
            fate = self.dice.random()
            # Some things come up even in a week that was kept clear.
            kept_clear = day in self._cleared and fate > self.season.cleared_leak
            if not come_up or kept_clear or day in self._away:
                continue
            shows_as = ShowsAs.TENTATIVE if fate > 0.88 else ShowsAs.CANCELLED if fate > 0.84 else ShowsAs.BUSY
            clock = f"{start_minutes // 60:02}:{start_minutes % 60:02}"
            self.single(summary, day, clock, half_hours * 30, shows_as)

    def _series(
        self,
        summary: str,
        days: list[date],
        clock: str,
        minutes: int,
        repeat: dict[str, str | int | list[str]],
        until: date,
        shows_as: ShowsAs,
        *,
        moves: bool = False,
        holidays: bool = False,
    ) -> None:
        if not days:
            return
        start = _at(days[0], clock)
        skipped = [day for day in days if self.is_away(day) and not (holidays and day in ENGLISH_BANK_HOLIDAYS)]
        moved: list[tuple[datetime, datetime]] = []
        if moves:
            held = [day for day in days if day not in skipped and day.weekday() < 4 and not self.is_away(day + ONE_DAY)]
            if held:
                was = _at(self.dice.choice(held), clock)
                moved.append((was, was + timedelta(days=1, minutes=60)))
        self.entries.append(
            Entry(
                summary,
                start,
                start + timedelta(minutes=minutes),
                shows_as,
                repeat,
                until,
                tuple(_at(day, clock) for day in skipped),
                tuple(moved),
            )
        )


def _at(day: date, clock: str) -> datetime:
    hours, minutes = clock.split(":")
    return datetime.combine(day, time(int(hours), int(minutes)))
