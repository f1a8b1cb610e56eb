"""A timetable with one booking elsewhere: what changes in it, and how it ranks among others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ltsched.domain.replanning.alternatives import Alternative, Difference
from ltsched.domain.stages.stage import DependsOn, Stage
from ltsched.domain.stages.table import PREFERENCES, STAGES, stages_of
from ltsched.domain.timetable import Booking
from ltsched.solve.alternatives.current import Current

__all__ = ["Judge", "Trial"]


@dataclass(frozen=True, slots=True)
class Trial:
    """A timetable with the activity elsewhere, not yet checked.

    Parameters
    ----------
    bookings
        All of them.
    change, others
        What becomes of the activity, and of the others that do not stay as they are.
    key
        What orders trials, the best first.
    sure
        Whether it is proven that no fewer others have to change on that day.
    """

    bookings: tuple[Booking, ...]
    change: Difference
    others: tuple[Difference, ...]
    key: tuple[int, ...]
    sure: bool = True

    @property
    def changed(self) -> int:
        """How many other bookings move or are held by others."""
        return sum(each.moves or each.other_panel for each in self.others)

    @property
    def day(self) -> date:
        """The day of the activity."""
        return self.change.after.day


@dataclass(slots=True)
class Judge:
    """Judge where an activity could lie.

    The order of trials: how many other bookings move or are held by others; how many people are told of more than that
    they can come now; the stages of the review in its order, without the preferences; the working days from where it
    lies now; the preferences; the earlier one.
    """

    current: Current
    activity: str
    _by_day: dict[date, dict[str, int]] = field(default_factory=dict, init=False)
    _stages: list[Stage] = field(init=False)

    def __post_init__(self) -> None:
        agenda = self.current.agenda
        measures = {stage.name: stage for stage in STAGES}
        self._stages = [measures[name] for name in stages_of(agenda) if name in measures]

    def trial(self, bookings: Iterable[Booking]) -> Trial:
        """Return these bookings, all of a timetable, as a trial."""
        ordered = tuple(bookings)
        before = self.current.bookings
        changes = [
            Difference(before[booking.activity], booking) for booking in ordered if booking != before[booking.activity]
        ]
        others = sorted(
            (each for each in changes if each.after.activity != self.activity), key=lambda each: each.before.start
        )
        after = next(booking for booking in ordered if booking.activity == self.activity)
        change = Difference(before[self.activity], after)
        return Trial(ordered, change, tuple(others), self._key(ordered, change, others))

    def _key(self, bookings: Sequence[Booking], change: Difference, others: Sequence[Difference]) -> tuple[int, ...]:
        moved = sum(each.moves or each.other_panel for each in others)
        disturbed = {id for each in (change, *others) for id in each.disturbed()}
        values = self._values(bookings, change, others)
        count = self.current.agenda.working_days.count
        return (
            moved,
            len(disturbed),
            *(values[stage.name] for stage in self._stages if stage.name not in PREFERENCES),
            abs(count(change.before.day, change.after.day)),
            *(values[stage.name] for stage in self._stages if stage.name in PREFERENCES),
            round(change.after.start.timestamp()),
        )

    def _values(
        self, bookings: Sequence[Booking], change: Difference, others: Sequence[Difference]
    ) -> Mapping[str, int]:
        """Return the values of the stages; what follows from days alone is counted once for each day."""
        agenda = self.current.agenda
        known = {} if any(each.moves for each in others) else self._by_day.setdefault(change.after.day, {})
        for stage in self._stages:
            if stage.depends_on is DependsOn.DAYS and stage.name not in known:
                known[stage.name] = stage.measure(agenda, bookings)
        rest = {
            stage.name: stage.measure(agenda, bookings)
            for stage in self._stages
            if stage.depends_on is not DependsOn.DAYS
        }
        return {**known, **rest}

    def key_of(self, alternative: Alternative) -> tuple[int, ...]:
        """Return what orders alternatives, as it does trials."""
        return self._key(alternative.timetable.bookings, alternative.change, alternative.others)

    def checked(self, trial: Trial) -> Alternative | None:
        """Return a trial as an alternative, once it has passed the independent check; None if it does not."""
        agenda = self.current.agenda
        timetable = self.current.with_bookings(trial.bookings)
        if self.current.new_violations(timetable, self.activity):
            return None
        now, then = self.current.timetable.final_report, timetable.final_report
        return Alternative(
            change=trial.change,
            others=trial.others,
            timetable=timetable,
            report_days=agenda.working_days.count(now, then) if now is not None and then is not None else 0,
            sure=trial.sure,
        )

    def why_not(self, bookings: Iterable[Booking]) -> tuple[str, ...]:
        """Return what these bookings break, a sentence each."""
        found = self.current.new_violations(self.current.with_bookings(bookings), self.activity)
        return tuple(dict.fromkeys(one.text for one in found))
