"""Which activities could ever lie at the same time, from their people and their order alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.model.settled.agreed import exact_span

__all__ = ["Overlaps"]


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Know pairs of activities that never overlap.

    `after` has, for each activity, those that must come after it; `needed` those who are there whoever holds it: who
    must come, and who is on every panel that it allows; `over` are those that stay as they were, on days on which
    nothing else can be. `counted` are those after which the report is reckoned: all on the critical path, or
    all there are if none is.
    """

    after: dict[str, frozenset[str]]
    needed: dict[str, frozenset[str]]
    over: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, agenda: Agenda) -> Overlaps:
        """Follow the precedences of `agenda` to their ends."""
        following: dict[str, set[str]] = {activity.id: set() for activity in agenda.activities}
        for rule in agenda.precedences:
            if rule.before in following and rule.after in following:
                following[rule.before].add(rule.after)
        closed: dict[str, frozenset[str]] = {}

        def close(id: str) -> frozenset[str]:
            if id not in closed:
                closed[id] = frozenset()  # a circle of precedences ends here, and is found infeasible later
                direct = following[id]
                closed[id] = frozenset(direct.union(*(close(other) for other in direct)))
            return closed[id]

        needed = {
            activity.id: frozenset(activity.must) | (activity.panel.needed if activity.panel else frozenset())
            for activity in agenda.activities
        }
        critical = frozenset(activity.id for activity in agenda.activities if not activity.off_critical_path)
        counted = critical or frozenset(following)
        return cls({id: close(id) for id in following}, needed, frozenset(agenda.over), counted)

    def possible(self, one: Activity, other: Activity) -> bool:
        """Return whether `one` and `other` could lie at the same time, gaps after what is held considered.

        They cannot if one precedes the other, if somebody must be at both, or if everybody of whom one needs at least
        one on its panel must be at the other. Only this, and somebody whom its panel needs, keeps the other out of the
        gap as well.
        """
        if one.id in self.over or other.id in self.over:
            return False
        if one.agreed is not None and other.agreed is not None:
            return _agreed_at_once(one, other)
        return (
            self._in_gap(one, other)
            or self._in_gap(other, one)
            or not (
                other.id in self.after[one.id]
                or one.id in self.after[other.id]
                or self.needed[one.id] & self.needed[other.id]
                or self._panel_taken(one, other)
                or self._panel_taken(other, one)
            )
        )

    def _in_gap(self, one: Activity, other: Activity) -> bool:
        """Return whether `other` could start in the gap after `one`."""
        has_gap = one.panel is not None and one.gap_minutes > 0
        return has_gap and one.id not in self.after[other.id] and not self._panel_taken(one, other)

    def _panel_taken(self, one: Activity, other: Activity) -> bool:
        """Return whether whoever holds `one`, and keeps the gap after it, has somebody of `other` on the panel."""
        panel = one.panel
        if panel is None:
            return False
        there = self.needed[other.id]
        if panel.least_leads > 0 and panel.leads <= there:
            return True
        return (
            not there.isdisjoint(self.needed[one.id].difference(one.must)) or len(set(panel.pool) - there) < panel.size
        )

    def clashing(self, activity: Activity, activities: Iterable[Activity]) -> list[str]:
        """Return those expected at `activity` who might have another booking of `activities` while it is on."""
        if not activity.expected:
            return []
        beside = [other for other in activities if other.id != activity.id and self.possible(activity, other)]
        return [person for person in activity.expected if any(other.concerns(person) for other in beside)]

    def last_ones(self, activities: Sequence[Activity]) -> list[Activity]:
        """Return those of `activities` that can be the last meeting: nothing critical of them has to follow.

        None of them can where all are off the critical path, and others, left out here, are on it.
        """
        counted = [activity for activity in activities if activity.id in self.counted]
        ids = {activity.id for activity in counted}
        return [activity for activity in counted if not self.after[activity.id] & ids]


def _agreed_at_once(one: Activity, other: Activity) -> bool:
    """Return whether two activities whose times are agreed on share a minute, gaps considered."""
    first, second = exact_span(one), exact_span(other)
    return first[0] < second[1] + other.gap_minutes and second[0] < first[1] + one.gap_minutes
