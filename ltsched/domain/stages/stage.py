"""What a stage is: a name, a unit, a sentence, a measure, and what its value follows from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Shape
from ltsched.domain.timetable import Booking

__all__ = ["DependsOn", "Stage"]


class DependsOn(Enum):
    """What the value of a stage follows from, once the activities are known.

    DAYS
        From the days of the bookings alone.
    STARTS
        From their starts: two starts of one day may differ in it.
    PANELS
        From who holds them as well: what has a panel cannot be left out.
    """

    DAYS = auto()
    STARTS = auto()
    PANELS = auto()


@dataclass(frozen=True, slots=True)
class Stage:
    """One row of the table.

    Parameters
    ----------
    name
        What it is called: ``late days``. After a colon stands which of several it is: ``preferences: lunch``.
    unit
        What its values count.
    words
        What it counts, in a sentence for somebody who has not read the manual.
    measure
        Its value for the bookings of a whole agenda, a whole number ≥ 0.
    depends_on
        What the value follows from. The meetings alone bound what follows from days and starts, the lead reviewers
        alone what follows from panels.
    part_of
        The stage that it goes with in ``[stages]``; empty for one that goes by its own name.
    only_for
        The one shape that has it; None where all have.
    units
        The unit for shapes in which it is another.
    """

    name: str
    unit: str
    words: str
    measure: Callable[[Agenda, Sequence[Booking]], int]
    depends_on: DependsOn
    part_of: str = ""
    only_for: type[Shape] | None = None
    units: Mapping[type[Shape], str] = field(default_factory=dict)

    @property
    def word(self) -> str:
        """How ``[stages]`` of a review names it: ``late-days``."""
        return (self.part_of or self.name).partition(":")[0].replace(" ", "-")

    def unit_for(self, shape: Shape) -> str:
        """Return what its values count in a review of `shape`."""
        return self.units.get(type(shape), self.unit)
