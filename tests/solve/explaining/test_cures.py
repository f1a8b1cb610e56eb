"""The search for the cheapest cures, on made-up clashes: against trying all sets of steps."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Call, Change, Edit, Step
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status, Timetable
from ltsched.solve.explaining.cures import find_cures
from ltsched.solve.explaining.looks import Remedies
from tests.support.agendas import activity, agenda, at, booking, person, timetable

NAMES = "abcdef"


@dataclass(frozen=True, slots=True)
class Named(Change):
    """A change that has only a name; on a `day`, if it is one of several that do the same."""

    name: str
    day: int = 0

    @property
    def family(self) -> tuple[str, ...]:
        return (self.name,)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        return ()

    def words(self, review: Review, call: Call) -> str:
        return self.name


PLAN = agenda([person("p1")], [activity(name, must=("p1",)) for name in NAMES])


@dataclass(frozen=True, slots=True)
class Told:
    """What a world says when it is asked; a test may have it say something else."""

    applied: Callable[[Sequence[Step]], Agenda]
    clashes: Callable[[Agenda, Clash], bool | None]
    planned: Callable[[Sequence[Step]], tuple[Status, Timetable | None]]
    clash: Callable[[Agenda], Clash | None]
    remedies: Callable[[Clash], Remedies]
    spent: Callable[[], float]
    stopped: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class World:
    """Clashes by the name of an activity, each with the sets of names that resolve it; `hidden` ones are found late."""

    resolved_by: dict[str, tuple[frozenset[str], ...]]
    costs: dict[str, int]
    hidden: frozenset[str] = frozenset()
    days: int = 1
    spent: float = 0.0

    def step(self, name: str, day: int = 0) -> Step:
        return Step("leave", Named(name, day), self.costs[name])

    def open(self, names: frozenset[str]) -> list[str]:
        return [one for one, sets in self.resolved_by.items() if not any(each <= names for each in sets)]

    def clashes(self) -> list[Clash]:
        return [Clash((one,), ()) for one in self.resolved_by if one not in self.hidden]

    def looks(self) -> Told:
        def names(found: Agenda) -> frozenset[str]:
            return frozenset(found.optional)

        def applied(steps: Sequence[Step]) -> Agenda:
            return replace(PLAN, optional=tuple(step.change.family[0] for step in steps))

        def planned(steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
            if self.open(names(applied(steps))):
                return Status.INFEASIBLE, None
            made = timetable(PLAN, [booking(PLAN, name, at(i, "10:00")) for i, name in enumerate(NAMES)])
            return Status.OPTIMAL, made

        def clash(found: Agenda) -> Clash | None:
            return next((Clash((one,), ()) for one in self.open(names(found))), None)

        def remedies(clash: Clash) -> Remedies:
            ways = sorted(self.resolved_by[clash.activities[0]], key=sorted)
            return Remedies(
                tuple(tuple(self.step(name, day) for name in sorted(way)) for way in ways for day in range(self.days))
            )

        return Told(
            applied=applied,
            clashes=lambda found, clash: clash.activities[0] in self.open(names(found)),
            planned=planned,
            clash=clash,
            remedies=remedies,
            spent=lambda: self.spent,
            stopped=lambda: False,
        )

    def by_trying_all(self) -> list[tuple[int, frozenset[str]]]:
        """Every set of names that resolves all, and of which none can be left out, the cheapest first."""
        useful = sorted(set().union(*(each for sets in self.resolved_by.values() for each in sets)))
        fits = [
            frozenset(names)
            for size in range(1, len(useful) + 1)
            for names in itertools.combinations(useful, size)
            if not self.open(frozenset(names))
        ]
        least = [names for names in fits if not any(other < names for other in fits)]
        return sorted(((sum(self.costs[name] for name in names), names) for names in least), key=lambda one: one[0])


def found(world: World, most: int = 5) -> tuple[list[tuple[int, frozenset[str]]], bool]:
    """The cures of a world by cost and names, and whether all were found."""
    cures = find_cures(world.clashes(), world.looks(), most=most)
    return [(cure.cost, frozenset(step.change.family[0] for step in cure.steps)) for cure in cures.cures], (
        cures.all_found
    )


def sets(*groups: str) -> tuple[frozenset[str], ...]:
    """Sets of names, one for each word."""
    return tuple(frozenset(group) for group in groups)


COSTS = {name: 2 + 3 * index for index, name in enumerate(NAMES)}


def test_the_cheapest_comes_first() -> None:
    """Of three that help, each alone."""
    world = World({"a": sets("c", "a", "b")}, COSTS)
    assert found(world) == ([(2, frozenset("a")), (5, frozenset("b")), (8, frozenset("c"))], True)


def test_two_together_where_none_helps_alone() -> None:
    """Two clashes, and nothing that resolves both."""
    world = World({"a": sets("a", "b"), "b": sets("c")}, COSTS)
    assert found(world) == ([(10, frozenset("ac")), (13, frozenset("bc"))], True)


def test_one_that_resolves_both_is_told_without_what_it_does_not_need() -> None:
    """The cheap step of the first clash is not needed beside the one that resolves both."""
    world = World({"a": sets("a", "d"), "b": sets("d")}, COSTS)
    assert found(world)[0] == [(11, frozenset("d"))]


def test_a_clash_that_shows_only_when_all_is_planned() -> None:
    """It is found then, and resolved too."""
    world = World({"a": sets("a"), "b": sets("b")}, COSTS, hidden=frozenset("b"))
    assert found(world) == ([(7, frozenset("ab"))], True)


def test_other_days_of_one_step_are_told_with_it() -> None:
    """Two cures, and two other days of the first; of all of them only so many are planned."""
    world = World({"a": sets("a", "b")}, COSTS, days=5)
    cures = find_cures(world.clashes(), world.looks()).cures
    assert [len(cure.also) for cure in cures] == [2, 1]


def test_another_way_to_resolve_one_of_two_clashes_is_told_besides() -> None:
    """The five cheapest all resolve the first clash in one way: the next best of the other ways is told, too."""
    costs = {**COSTS, "f": 90}
    world = World({"a": sets("a", "f"), "b": sets("b", "c", "d", "e", "bf")}, costs)
    assert [names for _, names in found(world, most=3)[0]] == list(sets("ab", "ac", "ad", "bf"))


def test_nothing_helps() -> None:
    """No step resolves it: no cure, and that is certain."""
    assert found(World({"a": ()}, COSTS)) == ([], True)


def test_no_time() -> None:
    """With no effort left nothing is found, and it is said that there may be more."""
    assert found(World({"a": sets("a")}, COSTS, spent=1.0)) == ([], False)


def test_three_clashes_are_paid_for_together() -> None:
    """Of three, each with four ways of its own, the cheapest of each are planned at once, and nothing is looked at."""
    names = "abcdefghijkl"
    resolved_by = {"a": sets(*names[:4]), "b": sets(*names[4:8]), "c": sets(*names[8:])}
    world = World(resolved_by, {name: 1 + index % 4 for index, name in enumerate(names)})
    planned: list[frozenset[str]] = []

    def noted(steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
        planned.append(frozenset(step.change.family[0] for step in steps))
        return world.looks().planned(steps)

    cures = find_cures(world.clashes(), replace(world.looks(), planned=noted), most=1)
    assert [cure.cost for cure in cures.cures] == [3]
    assert planned[0] == frozenset("aei")


MANY = Clash(tuple("abcdef"), ())


def test_of_many_activities_what_does_not_help_is_planned_at_once() -> None:
    """Whether any of eight that may help does is seen by one plan; the ninth is planned, and helps."""
    names = "abcdefghi"
    planned: list[str] = []

    def noted(steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
        planned.append("".join(step.change.family[0] for step in steps))
        if "i" not in planned[-1]:
            return Status.INFEASIBLE, None
        return Status.OPTIMAL, timetable(PLAN, [booking(PLAN, name, at(0, "10:00")) for name in NAMES[:1]])

    world = World({}, {name: 1 + index for index, name in enumerate(names)})
    ways = tuple((world.step(name),) for name in names)
    asked = replace(world.looks(), planned=noted, remedies=lambda clash: Remedies(ways), clashes=lambda *_: False)
    cures = find_cures([MANY], asked, most=1).cures
    assert [step.change.family for cure in cures for step in cure.steps] == [("i",)]
    assert planned == ["abcdefgh", "i"]


def test_what_takes_too_long_is_not_tried_with_more() -> None:
    """Of the first the time was over: it is not planned again with what resolves the next clash."""
    world = World({"a": sets("a", "c"), "b": sets("b")}, COSTS, hidden=frozenset("b"))
    planned: list[str] = []

    def noted(steps: Sequence[Step]) -> tuple[Status, Timetable | None]:
        planned.append("".join(sorted(step.change.family[0] for step in steps)))
        return (Status.UNKNOWN, None) if "a" in planned[-1] else world.looks().planned(steps)

    cures = find_cures(world.clashes(), replace(world.looks(), planned=noted))
    assert [cure.cost for cure in cures.cures] == [COSTS["b"] + COSTS["c"]]
    assert not cures.all_found
    assert planned.count("ab") == 0


WORLDS = st.builds(
    World,
    st.dictionaries(
        st.sampled_from("abcd"),
        st.lists(st.frozensets(st.sampled_from(NAMES), min_size=1, max_size=2), min_size=1, max_size=4).map(tuple),
        min_size=1,
    ),
    st.fixed_dictionaries({name: st.integers(1, 9) for name in NAMES}),
    st.frozensets(st.sampled_from("abcd")),
)


@given(WORLDS)
def test_none_is_cheaper(world: World) -> None:
    """The costs are those of the cheapest sets that trying all of them finds, and each cure is one of these sets."""
    cures, all_found = found(world)
    tried = world.by_trying_all()
    assert {names for _, names in cures} <= {names for _, names in tried}
    if all_found:
        assert [cost for cost, _ in cures[:5]] == [cost for cost, _ in tried[: len(cures)]][:5]
        assert len(cures) >= min(5, len(tried))
    assert len({names for _, names in cures}) == len(cures)


def test_where_nothing_cheap_has_helped_the_dearest_is_planned_as_well() -> None:
    """Even without any effort left: of many things that resolve what is known, only the dearest resolves the rest."""
    cheap = tuple(frozenset(name) for name in "abcde")
    costs = {**dict.fromkeys("abcde", 1), "f": 50}
    world = World({"a": (*cheap, frozenset("f")), "b": (frozenset("f"),)}, costs, hidden=frozenset("b"), days=2)
    asked = itertools.count()
    looks = replace(world.looks(), spent=lambda: float(next(asked) > 3))
    (cure,) = find_cures(world.clashes(), looks).cures
    assert [step.cost for step in cure.steps] == [50]
