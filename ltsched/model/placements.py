"""The variables of one activity: when it starts, who holds it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from ltsched.domain.timegrid import TimeGrid
from ltsched.model.bit_sets import bit_set
from ltsched.model.candidates import Candidates

__all__ = ["ByInterval", "ByStart", "Placement", "domain_of"]

Expression = cp_model.LinearExpr | int
Literal = cp_model.BoolVarT


def domain_of(bits: int) -> cp_model.Domain:
    """Return a bit set of slots as a domain."""
    bounds = [bound for first, end in TimeGrid.runs(bits) for bound in (first, end - 1)]
    return cp_model.Domain.from_flat_intervals(bounds)


class Placement(ABC):
    """When an activity is, and who holds it, as variables; slots count from the start of the grid.

    Formula: ``start = slots_a_day · day + within``, each in its sparse domain.
    """

    def __init__(self, model: cp_model.CpModel, candidates: Candidates, slots_a_day: int) -> None:
        self.model = model
        self.candidates = candidates
        self.activity = candidates.activity
        self.length = candidates.length
        self.slots_a_day = slots_a_day
        id = candidates.activity.id
        self.days = sorted({slot // slots_a_day for slot in candidates.starts})
        within = sorted({slot % slots_a_day for slot in candidates.starts})
        self.start = model.new_int_var_from_domain(domain_of(candidates.bits), f"start {id}")
        self.day = model.new_int_var_from_domain(cp_model.Domain.from_values(self.days), f"day {id}")
        self.within = model.new_int_var_from_domain(cp_model.Domain.from_values(within), f"within {id}")
        model.add(self.start == self.by_parts)
        pool = candidates.activity.panel.pool if candidates.activity.panel else ()
        self.panel: dict[str, Literal] = {member: model.new_bool_var(f"{member} holds {id}") for member in pool}

    @property
    def by_parts(self) -> cp_model.LinearExpr:
        """The start, as the sum of its day and the time of that day."""
        return self.slots_a_day * self.day + self.within

    def hint(self, slot: int) -> None:
        """Propose `slot` as the start: the search tries it first, and nothing is forbidden."""
        self.model.add_hint(self.start, slot)

    def of_day(self, table: Sequence[int]) -> Expression:
        """Return ``table[day]``, where day is the index of the day on the grid.

        That is the day itself where the table only counts on from it.
        """
        offsets = {table[day] - day for day in self.days}
        return self.day + offsets.pop() if len(offsets) == 1 else self._look_up(table)

    @abstractmethod
    def _look_up(self, table: Sequence[int]) -> Expression:
        """Return ``table[day]`` for any table."""

    @abstractmethod
    def restrict(self, bits: int, literal: Literal) -> None:
        """Post ``literal ⇒ start ∈ bits``."""

    @abstractmethod
    def count_starts(self, weight: Callable[[int], int]) -> Expression:
        """Return ``weight(start)``, for a weight that is 0 or 1."""

    @abstractmethod
    def imply(
        self, literal_of: Callable[[int], Literal | None], bits: int = -1, only_if: Literal | None = None
    ) -> None:
        """Post ``start on day d ⇒ literal_of(d)`` for each day d on which it can lie; None forbids the day.

        It holds for the starts in `bits` alone and, where there is such a literal, only if `only_if` is true.
        """


class ByStart(Placement):
    """An activity with one literal for each of its starts: for the few meetings whose starts cost something.

    Formula: exactly one literal is true, and ``literal(s) ⇒ start = s``.
    """

    def __init__(self, model: cp_model.CpModel, candidates: Candidates, slots_a_day: int) -> None:
        super().__init__(model, candidates, slots_a_day)
        self.literals = {slot: model.new_bool_var(f"{self.activity.id} at {slot}") for slot in candidates.starts}
        for slot, literal in self.literals.items():
            model.add(self.start == slot).only_enforce_if(literal)
        model.add_exactly_one(self.literals.values())

    def hint(self, slot: int) -> None:
        """Propose `slot` as the start, and for each literal what that makes of it."""
        super().hint(slot)
        for start, literal in self.literals.items():
            self.model.add_hint(literal, start == slot)

    def literals_by_day(self) -> dict[int, dict[int, Literal]]:
        """Return for each day on which it can lie the literals of its starts, by their slot within the day."""
        found: dict[int, dict[int, Literal]] = {}
        for slot, literal in self.literals.items():
            day, within = divmod(slot, self.slots_a_day)
            found.setdefault(day, {})[within] = literal
        return found

    def _look_up(self, table: Sequence[int]) -> Expression:
        return self._sum({slot: table[slot // self.slots_a_day] for slot in self.literals})

    def count_starts(self, weight: Callable[[int], int]) -> Expression:
        """Return ``weight(start)`` as a weighted sum of the literals; any whole weights will do."""
        return self._sum({slot: weight(slot) for slot in self.literals})

    def _sum(self, weights: dict[int, int]) -> Expression:
        # The least weight comes out of the sum, so that presolve sees small, non-negative coefficients.
        base = min(weights.values(), default=0)
        terms = {slot: weight - base for slot, weight in weights.items() if weight != base}
        literals = [self.literals[slot] for slot in terms]
        return base + cp_model.LinearExpr.weighted_sum(literals, list(terms.values()))

    def restrict(self, bits: int, literal: Literal) -> None:
        """Post ``literal ⇒ start ∈ bits`` as a clause for each start outside."""
        for slot, start in self.literals.items():
            if not bits >> slot & 1:
                self.model.add_bool_or(~start, ~literal)

    def imply(
        self, literal_of: Callable[[int], Literal | None], bits: int = -1, only_if: Literal | None = None
    ) -> None:
        """Post ``start on day d ⇒ literal_of(d)`` as a clause for each start."""
        lifted = [] if only_if is None else [~only_if]
        for slot, start in self.literals.items():
            if bits >> slot & 1:
                literal = literal_of(slot // self.slots_a_day)
                self.model.add_bool_or(~start, *([] if literal is None else [literal]), *lifted)


class ByInterval(Placement):
    """An activity as a start in a sparse domain, without a literal for each: for the many conversations and audits."""

    def __init__(self, model: cp_model.CpModel, candidates: Candidates, slots_a_day: int) -> None:
        super().__init__(model, candidates, slots_a_day)
        self._days: dict[int, Literal] = {}
        self._elements: dict[tuple[int, ...], cp_model.IntVar] = {}

    def _look_up(self, table: Sequence[int]) -> Expression:
        values = [table[day] for day in self.days]
        if tuple(values) not in self._elements:
            target = self.model.new_int_var(min(values), max(values), f"{self.activity.id} of day")
            self.model.add_element(self.day, list(table[: self.days[-1] + 1]), target)
            self._elements[tuple(values)] = target
        return self._elements[tuple(values)]

    def count_starts(self, weight: Callable[[int], int]) -> Expression:
        """Return a new literal that is true wherever ``weight(start)`` is 1, and may be false elsewhere."""
        inside = bit_set([slot for slot in self.candidates.starts if not weight(slot)])
        if inside == self.candidates.bits:
            return 0
        literal = self.model.new_bool_var(f"{self.activity.id} counts")
        self.restrict(inside, ~literal)
        return literal

    def day_literals(self) -> dict[int, Literal]:
        """Return, for each day on which it can lie, the literal that says so; exactly one is true."""
        if not self._days:
            for day in self.days:
                literal = self.model.new_bool_var(f"{self.activity.id} on day {day}")
                self.model.add(self.day == day).only_enforce_if(literal)
                self.model.add(self.day != day).only_enforce_if(~literal)
                self._days[day] = literal
            self.model.add_exactly_one(self._days.values())
        return self._days

    def restrict(self, bits: int, literal: Literal) -> None:
        """Post ``literal ⇒ start ∈ bits`` as a domain."""
        domain = domain_of(bits & self.candidates.bits)
        self.model.add_linear_expression_in_domain(self.start, domain).only_enforce_if(literal)

    def imply(
        self, literal_of: Callable[[int], Literal | None], bits: int = -1, only_if: Literal | None = None
    ) -> None:
        """Post ``start on day d ⇒ literal_of(d)``, one domain for each literal."""
        conditions = [] if only_if is None else [only_if]
        literals: dict[int, Literal | None] = {}
        without: dict[int, int] = {}
        whole_day = (1 << self.slots_a_day) - 1
        for day in self.days:
            literal = literal_of(day)
            key = -1 if literal is None else literal.index
            literals[key] = literal
            without[key] = without.get(key, 0) | whole_day << day * self.slots_a_day
        for key, literal in literals.items():
            domain = domain_of(self.candidates.bits & ~(without[key] & bits))
            enforced = conditions if literal is None else [*conditions, ~literal]
            constraint = self.model.add_linear_expression_in_domain(self.start, domain)
            if enforced:
                constraint.only_enforce_if(enforced)
