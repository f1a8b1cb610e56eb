"""Watch one run of planning: when the first timetable was there, and when each stage came to what it ended at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ltsched.domain.timetable import StageResult
from ltsched.model.build import Model
from ltsched.solve.course import Course
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.progress import Silent
from ltsched.solve.search import Search

__all__ = ["Watcher"]


@dataclass(slots=True)
class Watcher(Silent):
    """Hear what planning tells, and look at the search of the whole review each time.

    A search of the whole is one that measures its solutions by the bookings that they come to; that of the meetings
    alone and that of the lead reviewers alone do not, and what they find is no timetable.

    Parameters
    ----------
    now
        The clock, in seconds.
    first_seconds
        When the first timetable was there, on that clock; None if there was none.
    """

    now: Callable[[], float]
    first_seconds: float | None = None
    _search: Search | None = None
    _seen: list[tuple[float, dict[str, int], dict[str, int]]] = field(default_factory=list)

    def watch(self) -> None:
        """Be told of every search of the whole from now on, in this process."""
        make, watcher = Course.search, self

        def search(self: Course, model: Model, known: KnownBounds, linearization: int) -> Search:
            found = make(self, model, known, linearization)
            measure = found.measure
            assert measure is not None

            def measured(solution: Sequence[int]) -> Mapping[str, int]:
                if watcher.first_seconds is None:
                    watcher.first_seconds = watcher.now()
                return measure(solution)

            found.measure = measured
            watcher._search = found
            return found

        setattr(Course, "search", search)  # noqa: B010  # to a type checker, a method is there for good

    def look(self) -> None:
        """Note what the search of the whole has reached."""
        if self._search is not None:
            self._seen.append((self.now(), dict(self._search.values), dict(self._search.bounds)))

    def phase(self, text: str) -> None:
        """Look; all that was reached before a phase was reached when it began."""
        self.look()

    def stage_started(self, name: str, number: int, of: int) -> None:
        """Look."""
        self.look()

    def stage_ended(self, result: StageResult) -> None:
        """Look."""
        self.look()

    def settled_seconds(self, stages: Sequence[StageResult]) -> list[float | None]:
        """Return when each of `stages`, the final ones, was at its value and its bound to stay; None if not proven.

        A stage counts as proven when all before it are, each within its tolerance.
        """
        ended = self.now()
        found: list[float | None] = []
        latest = 0.0
        for stage in stages:
            if not stage.proven or None in found:
                found.append(None)
                continue
            since = ended
            for seconds, values, bounds in reversed(self._seen):
                # A search that took over knows the bounds of those before only at its end, and no timetable at first.
                if stage.name not in values:
                    continue
                if values.get(stage.name) != stage.value or bounds.get(stage.name, stage.bound) < stage.bound:
                    break
                if stage.name in bounds:
                    since = seconds
            latest = max(latest, since)
            found.append(latest)
        return found
