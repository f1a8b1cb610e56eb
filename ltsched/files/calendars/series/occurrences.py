"""The occurrences of a series: an entry of a calendar, with its repetitions and with those that were moved.

The times of a series are worked out as the local times of its zone and are put back into the zone afterwards: a
meeting at ten stays at ten when the clocks change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from ltsched.domain.availability import Level
from ltsched.files.calendars.entry.ends import with_length
from ltsched.files.calendars.entry.entries import Entry, day_meant
from ltsched.files.calendars.entry.levels import Busyness
from ltsched.files.calendars.series.versions import Series
from ltsched.files.calendars.series.window import CalendarWindow
from ltsched.files.calendars.syntax.doubts import Doubt, Hostile, NotUnderstood
from ltsched.files.calendars.syntax.guard import NeverHappens, TooOften, forward, read_rule, rule_work
from ltsched.files.calendars.syntax.values import Moment, Rule, rule_text

__all__ = ["Expansion", "Occurrence", "expand"]

ENTRY_WORK, DATE_WORK, WILD_WORK = 40, 10, 20_000
"""Of one entry that repeats, of one date of its own, of a rule that cannot be worked out; in microseconds, roughly."""

OLDER = Busyness(Level.FREE, "an older version of another entry")
BY_THE_MINUTE = frozenset(("SECONDLY", "MINUTELY"))
MOST_BY_THE_MINUTE = 100
"""More of these are no habit of a person: they are told."""

MOST_A_MINUTE = 1.5
LONGEST_REPEATED = timedelta(days=366)
ONE_DAY = timedelta(days=1)


class Occurrence(NamedTuple):
    """One time of an entry, in minutes since the epoch, half-open.

    `exact` is without the travel to it. `line` is where the entry begins in the file, `kind` the kind of reason that is
    told; empty for none.
    """

    busy: Busyness
    span: tuple[int, int]
    exact: tuple[int, int]
    line: int
    whole_days: bool
    kind: str = ""


@dataclass(slots=True)
class Expansion:
    """What a series comes to in the window, what was in doubt, and the work that it took."""

    occurrences: list[Occurrence] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    work: int = 0


def expand(series: Series, window: CalendarWindow) -> Expansion:
    """Return the occurrences of `series` that touch the window, and that make busy or say why not.

    Raises
    ------
    Hostile
        If a rule asks for more than one occurrence a minute.
    """
    found = Expansion()
    shown = [entry for entry in (*series.masters, *series.changes, *series.older) if _matters(entry.busy)]
    if not shown:
        return found
    for change in series.changes:
        if not (change.and_all_after and series.masters):
            _add(found, change, change.start, change.end, window)
    for older in series.older:
        if _matters(older.busy):
            _add(found, replace(older, busy=OLDER), older.start, older.end, window)
    for master in series.masters:
        if master.rules or master.more or master.without or series.changes:
            _Repeating(master, series.changes, window, found).add()
        else:
            _add(found, master, master.start, master.end, window)
    return found


def _matters(busy: Busyness) -> bool:
    """Return whether an occurrence is worth telling of: it takes time, or might, or something explains why not."""
    return busy.level is not Level.FREE or bool(busy.why and busy.why != "cancelled") or busy.asked


def _add(found: Expansion, entry: Entry, start: Moment, end: Moment, window: CalendarWindow) -> None:
    if not _matters(entry.busy):
        return
    early = start - entry.before if entry.before else start
    span = window.span(early, end)
    if span is not None:
        exact = (window.span(start, end) or span) if entry.before else span
        found.occurrences.append(Occurrence(entry.busy, span, exact, entry.line, entry.whole_days, entry.kind))


@dataclass(slots=True)
class _Repeating:
    """One series that is being worked out, in local times of its zone."""

    master: Entry
    changes: Sequence[Entry]
    window: CalendarWindow
    found: Expansion
    zone: tzinfo = field(init=False)
    start: datetime = field(init=False)
    length: timedelta = field(init=False)

    def __post_init__(self) -> None:
        own = self.master.start.tzinfo if isinstance(self.master.start, datetime) else None
        self.zone = own or self.window.zone
        self.start = self._local(self.master.start)
        self.length = self._local(self.master.end) - self.start

    def add(self) -> None:
        lasting = [
            (self._meant(change.replaces), change)
            for change in self.changes
            if change.and_all_after and change.replaces is not None
        ]
        lasting.sort(key=lambda each: each[0])
        shifts = [abs(self._local(change.start) - begins) for begins, change in lasting]
        around = self._around(max(shifts, default=timedelta()))
        starts, stretches = self._starts(around)
        for start in sorted(starts):
            place = bisect_right([begins for begins, _ in lasting], start) - 1
            if place < 0:
                self._add_one(self.master, start, self.length)
            else:
                begins, change = lasting[place]
                first = self._local(change.start)
                self._add_one(change, start + (first - begins), self._local(change.end) - first)
        for begins, change in lasting:
            if begins not in starts:  # the series ends before, or has no such time
                _add(self.found, change, change.start, change.end, self.window)
        for start, end in stretches:
            self._add(self.master, start, end)

    def _around(self, shift: timedelta) -> tuple[datetime, datetime]:
        """Return the window in local time, with what reaches into it."""
        wider = min(max(self.length, timedelta()) + self.master.before + shift, 2 * LONGEST_REPEATED)
        return self.window.around[0] - wider, self.window.around[1] + min(shift, LONGEST_REPEATED)

    def _starts(self, around: tuple[datetime, datetime]) -> tuple[set[datetime], list[tuple[datetime, datetime]]]:
        """Return the local starts, and the stretches that are taken as a whole."""
        self.found.work += ENTRY_WORK
        starts = {self.start}
        stretches: list[tuple[datetime, datetime]] = []
        understood = [rule for rule in map(self._rule, self.master.rules) if rule is not None]
        if understood and all(self._over_before_it_begins(rule) for rule in understood):
            starts.clear()  # so programs write that the whole series was deleted
        for rule in understood:
            if self.length > LONGEST_REPEATED:
                said = f"an entry that lasts {self.length.days:,} days repeats"
                assumed = "all of the time from its start on is taken as busy"
                self._doubt(said, assumed)
                stretches.append((self.start, self._last(rule, around[1]) + self.length))
                continue
            try:
                starts.update(self._repeated(rule, around))
            except NeverHappens as error:
                self.found.work += WILD_WORK if rule.get("INTERVAL", [1]) != [1] else ENTRY_WORK
                self._doubt(error.found, "only its start is taken as busy")
            except TooOften as error:
                stretches.append(self._stretch(rule, around, error))
            except (NotUnderstood, ValueError, OverflowError, TypeError, IndexError) as error:
                said = error.found if isinstance(error, NotUnderstood) else f"found {rule_text(rule)[:80]}"
                self._doubt(said, "only its start is taken as busy")
        for moment in self.master.more:
            if isinstance(moment, tuple):
                stretches.append((self._local(moment[0]), self._local(moment[1])))
            else:
                starts.add(self._meant(moment))
        self.found.work += DATE_WORK * (len(self.master.more) + len(self.master.without))
        self._take_out(starts, stretches)
        return {start for start in starts if around[0] <= start < around[1]}, stretches

    def _take_out(self, starts: set[datetime], stretches: list[tuple[datetime, datetime]]) -> None:
        """Take out the exceptions, and what stands elsewhere as a change."""
        moved = (change.replaces for change in self.changes if not change.and_all_after and change.replaces is not None)
        days: set[date] = set()
        for moment in (*self.master.without, *moved):
            if isinstance(moment, datetime) and not self.master.whole_days:
                starts.discard(self._local(moment))
            elif self.master.whole_days:
                starts.discard(self._meant(moment))
            else:
                days.add(moment)
        if days:
            starts.difference_update([start for start in starts if start.date() in days])

    def _rule(self, text: str) -> Rule | None:
        """Return a rule with its UNTIL as a local time; None, with a doubt, if it is not understood."""
        try:
            rule = read_rule(text)
        except NotUnderstood as error:
            self._doubt(error.found, "only its start is taken as busy")
            return None
        if "UNTIL" in rule:
            rule["UNTIL"] = [self._until(rule["UNTIL"][0])]
        return rule

    def _until(self, until: date | datetime) -> datetime:
        """Return the last local moment of a rule: an instant, in the zone of the series; a date means all of it."""
        if not isinstance(until, datetime):
            return datetime.combine(until, time(23, 59, 59))
        if until.tzinfo is None:
            return until
        if self.master.whole_days:
            return datetime.combine(day_meant(until, self.master.home), time(23, 59, 59))
        return self._local(until)

    def _over_before_it_begins(self, rule: Rule) -> bool:
        """Return whether a rule ends on a day before the first; on that day itself, DTSTART counts all the same."""
        return "UNTIL" in rule and bool(rule["UNTIL"][0].date() < self.start.date())

    def _last(self, rule: Rule, end: datetime) -> datetime:
        until: datetime = rule["UNTIL"][0] if "UNTIL" in rule else end
        return min(until, end)

    def _repeated(self, rule: Rule, around: tuple[datetime, datetime]) -> Iterable[datetime]:
        """Return the starts of a rule within `around`."""
        from dateutil.rrule import rrulestr

        end = self._last(rule, around[1])
        if end < self.start or end < around[0]:
            return ()
        rule, start = forward(rule, self.start, around[0])
        if rule.get("COUNT") == [0]:
            return ()
        self.found.work += rule_work(rule, start, around)
        bounded = rule if "COUNT" in rule else rule | {"UNTIL": [end]}
        # With a COUNT the end is looked at here; UNTIL beside it is not allowed (RFC 5545, 3.3.10).
        repeated: list[datetime] = rrulestr(rule_text(bounded), dtstart=start).between(around[0], end, inc=True)
        if rule["FREQ"][0] in BY_THE_MINUTE and len(repeated) > MOST_BY_THE_MINUTE:
            self._doubt(f"{rule_text(rule)[:80]} repeats {len(repeated):,} times", "each of them is taken as busy")
        return repeated

    def _stretch(self, rule: Rule, around: tuple[datetime, datetime], error: TooOften) -> tuple[datetime, datetime]:
        """Return the time from the first to the last occurrence of a rule that repeats too often to be worked out."""
        self.found.work += WILD_WORK
        if error.a_minute > MOST_A_MINUTE:
            raise Hostile("RRULE", error.found, "no calendar of a person has so many")
        self._doubt(error.found, "all of the time from its first to its last is taken as busy")
        last = self._last(rule, around[1])
        if error.last is not None:
            last = min(last, error.last)
        return self.start, last + max(self.length, timedelta(minutes=1))

    def _doubt(self, said: str, assumed: str) -> None:
        self.found.doubts.append(Doubt("RRULE", said, assumed, self.master.line, self.start.date()))

    def _add_one(self, entry: Entry, start: datetime, length: timedelta) -> None:
        """Add an occurrence that ends at the same local time as the first, or is as long as that by the clock."""
        if entry.lasts is None:
            self._add(entry, start, start + length)
        else:
            first = start.replace(tzinfo=self.zone)
            _add(self.found, entry, first, with_length(first, entry.lasts), self.window)

    def _add(self, entry: Entry, start: datetime, end: datetime) -> None:
        _add(self.found, entry, start.replace(tzinfo=self.zone), end.replace(tzinfo=self.zone), self.window)

    def _meant(self, moment: Moment) -> datetime:
        """Return the local start of the occurrence that a date or a time means, whatever its form."""
        if self.master.whole_days:
            day = day_meant(moment, self.master.home) if isinstance(moment, datetime) else moment
            return datetime.combine(day, time())
        if isinstance(moment, datetime):
            return self._local(moment)
        return datetime.combine(moment, self.start.time())

    def _local(self, moment: Moment) -> datetime:
        """Return `moment` as local time in the zone of the series, without the zone; a day is its first moment."""
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time())
        if moment.tzinfo is None or moment.tzinfo is self.zone:
            return moment.replace(tzinfo=None)
        try:
            return moment.astimezone(self.zone).replace(tzinfo=None)
        except OverflowError:  # at the ends of time, where an hour decides nothing
            return moment.replace(tzinfo=None)
