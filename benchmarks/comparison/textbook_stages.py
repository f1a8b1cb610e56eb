"""What the stages minimise, in the textbook model; the variables that only one stage needs are made when it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ortools.sat.python import cp_model

from ltsched.domain.option import Kind
from ltsched.domain.stages.preferences import OPENING, pools, touches_lunch, travellers
from ltsched.domain.stages.table import (
    BALANCE,
    EVENNESS,
    FINISH,
    IF_NEEDED,
    LATE_DAYS,
    LUNCH,
    MISSED_ATTENDANCE,
    MISSED_TWICE,
    SHAPE,
    TRIPS,
    WAITING,
)

from .textbook import Literal, Part, Textbook
from .textbook_shapes import Expression, post_shape

__all__ = ["Terms"]


@dataclass(slots=True)
class Terms:
    """The terms of the stages of a textbook model; the rule of the shape and the report are posted at once."""

    textbook: Textbook
    shape: list[Expression] = field(init=False)
    last_day: cp_model.IntVar = field(init=False)

    def __post_init__(self) -> None:
        self.shape = post_shape(self.textbook.agenda.shape, self.textbook)
        self._post_last_day()

    def term(self, stage: str) -> Expression:
        """Return what `stage` minimises."""
        makers: dict[str, Callable[[], Expression]] = {
            LATE_DAYS: self._late_days,
            MISSED_ATTENDANCE: self._missed_attendance,
            MISSED_TWICE: self._missed_twice,
            IF_NEEDED: self._if_needed,
            SHAPE: lambda: self.shape[0],
            EVENNESS: lambda: self.shape[1],
            FINISH: self._finish,
            LUNCH: self._lunch,
            WAITING: self._waiting,
            TRIPS: self._trips,
            BALANCE: self._balance,
        }
        return makers[stage]()

    @property
    def _parts(self) -> Sequence[Part]:
        return list(self.textbook.parts.values())

    @property
    def _days(self) -> Sequence[date]:
        return self.textbook.free.grid.days

    def _of_last_day(self, table: Sequence[int]) -> cp_model.IntVar:
        target = self.textbook.model.new_int_var(min(table), max(table), "")
        self.textbook.model.add_element(self.last_day, list(table), target)
        return target

    def _post_last_day(self) -> None:
        """Know the index of the day of the last meeting; what is off the critical path precedes the report."""
        critical = [part for part in self._parts if not part.activity.off_critical_path]
        self.last_day = self.textbook.model.new_int_var(0, len(self._days) - 1, "last day")
        self.textbook.model.add_max_equality(self.last_day, [part.day for part in critical or self._parts])
        reports = [self.textbook.agenda.report_dates.final_report(day) for day in self._days]
        report = self._of_last_day([day.toordinal() for day in reports])
        dates = [day.toordinal() for day in self._days]
        for part in self._parts:
            if part.activity.off_critical_path:
                self.textbook.model.add(self.textbook.of_day(part, dates) <= report)

    def _late_days(self) -> Expression:
        agenda, deadline = self.textbook.agenda, self.textbook.agenda.review.deadline
        if deadline is None:
            return 0
        reports = [agenda.report_dates.final_report(day) for day in self._days]
        return self._of_last_day([agenda.working_days.after(deadline, day) for day in reports])

    def _finish(self) -> Expression:
        agenda = self.textbook.agenda
        reports = [agenda.report_dates.final_report(day) for day in self._days]
        return self._of_last_day([agenda.working_days.count(agenda.review.commissioned, day) for day in reports])

    def _missed_attendance(self) -> Expression:
        return cp_model.LinearExpr.sum(
            [1 - part.attends[person] for part in self._parts for person in part.activity.expected]
        )

    def _missed_twice(self) -> Expression:
        """Add up, over each person and kind, ``max(0, Σ (1 − attends) − 1)``."""
        missed: dict[tuple[str, Kind], list[Expression]] = {}
        for part in self._parts:
            for person in part.activity.expected:
                missed.setdefault((person, part.activity.kind), []).append(1 - part.attends[person])
        total: list[Expression] = []
        for misses in missed.values():
            again = self.textbook.model.new_int_var(0, len(misses), "")
            self.textbook.model.add_max_equality(again, [0, cp_model.LinearExpr.sum(misses) - 1])
            total.append(again)
        return cp_model.LinearExpr.sum(total)

    def _if_needed(self) -> Expression:
        counts = []
        for part in self._parts:
            reluctant = part.own.reluctant
            counted = self.textbook.model.new_bool_var("")
            counts.append(counted)
            for person in part.activity.must:
                self.textbook.require_start(part, ~reluctant[person], ~counted)
            for person, there in part.attends.items():
                self.textbook.require_start(part, ~reluctant[person], ~counted, there)
        return cp_model.LinearExpr.sum(counts)

    def _lunch(self) -> Expression:
        grid = self.textbook.free.grid
        counts = []
        for part in self._parts:
            lasts = timedelta(minutes=part.own.length * grid.slot_minutes)
            outside = 0
            for slot in part.own.starts:
                start = grid.start(slot)
                outside |= (not touches_lunch(start, start + lasts)) << slot
            taken = self.textbook.model.new_bool_var("")
            self.textbook.require_start(part, outside, ~taken)
            counts.append(taken)
        return cp_model.LinearExpr.sum(counts)

    def _waiting(self) -> Expression:
        count = self.textbook.agenda.working_days.count
        waits = []
        for part in self._parts:
            if part.activity.kind in OPENING:
                table = [max(0, count(part.activity.first, day)) for day in self._days]
                waits.append(self.textbook.of_day(part, table))
        return cp_model.LinearExpr.sum(waits)

    def _trips(self) -> Expression:
        """Count the trips: ``attends ∧ day = d ⇒ trip(person, d)``."""
        model = self.textbook.model
        trips: dict[tuple[str, int], Literal] = {}
        for part in self._parts:
            on_day: dict[int, Literal] = {}
            for index in sorted({slot // self.textbook.free.grid.slots_a_day for slot in part.own.starts}):
                on_day[index] = model.new_bool_var("")
                model.add(part.day == index).only_enforce_if(on_day[index])
            model.add_exactly_one(on_day.values())
            for person in travellers(self.textbook.agenda):
                if person not in part.activity.must and person not in part.attends:
                    continue
                for index, on in on_day.items():
                    if (person, index) not in trips:
                        trips[person, index] = model.new_bool_var("")
                    absent = [] if person in part.activity.must else [~part.attends[person]]
                    model.add_bool_or([*absent, ~on, trips[person, index]])
        return cp_model.LinearExpr.sum(list(trips.values()))

    def _balance(self) -> Expression:
        model = self.textbook.model
        total: list[Expression] = []
        for pool in pools(self.textbook.agenda.activities):
            held = [self.textbook.parts[id] for id in pool.activities]
            loads = [
                cp_model.LinearExpr.sum([part.attends[member] for part in held if member in part.pool])
                for member in pool.members
            ]
            low, high = (model.new_int_var(0, len(held), "") for _ in range(2))
            model.add_min_equality(low, loads)
            model.add_max_equality(high, loads)
            imbalance = model.new_int_var(0, len(held), "")
            model.add_max_equality(imbalance, [0, high - low - 1])
            total.append(imbalance)
        return cp_model.LinearExpr.sum(total)
