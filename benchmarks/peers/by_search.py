"""Meetings with journeys by plain search, to check verdicts and values against: no solver, nothing of ltsched."""

from __future__ import annotations

from collections.abc import Mapping

from .csplib import MeetingProblem

__all__ = ["TooHard", "least_last_slot", "solve"]

MOST_STEPS = 300_000


class TooHard(RuntimeError):
    """The search has not ended within its steps."""


def least_last_slot(problem: MeetingProblem, most_steps: int = MOST_STEPS) -> int | None:
    """Return the slot of the last meeting if it is as early as it can be; None if there is no solution at all.

    Raises
    ------
    TooHard
        The search has not ended within `most_steps` for one number of slots.
    """
    if solve(problem, problem.slots, most_steps) is None:
        return None
    low, high = 0, problem.slots
    while low + 1 < high:  # a solution in `high` slots, none in `low`
        middle = (low + high) // 2
        if solve(problem, middle, most_steps) is None:
            low = middle
        else:
            high = middle
    return high - 1


def solve(problem: MeetingProblem, slots: int, most_steps: int = MOST_STEPS) -> Mapping[int, int] | None:
    """Return a slot below `slots` for each meeting; None if there is no solution.

    Backtracking: the meeting with the fewest slots left (of those, with the most neighbours) comes next, and each of
    its slots strikes off those of its neighbours that are too near.

    Raises
    ------
    TooHard
        The search has not ended within `most_steps`.
    """
    every = (1 << slots) - 1
    near: dict[int, dict[int, int]] = {one: {} for one in range(problem.meetings)}
    for (one, other), apart in problem.apart().items():
        near[one][other] = near[other][one] = apart
    steps = 0

    def place(left: dict[int, int], placed: dict[int, int]) -> dict[int, int] | None:
        nonlocal steps
        if not left:
            return placed
        one = min(left, key=lambda each: (left[each].bit_count(), -len(near[each]), each))
        for slot in range(slots):
            if not left[one] >> slot & 1:
                continue
            steps += 1
            if steps > most_steps:
                raise TooHard(f"not within {most_steps} steps")
            rest = {other: bits for other, bits in left.items() if other != one}
            for other, apart in near[one].items():
                if other in rest:
                    low = max(0, slot - apart)
                    rest[other] &= ~(((1 << (slot + apart + 1 - low)) - 1) << low)
            if all(rest.values()) and (found := place(rest, {**placed, one: slot})) is not None:
                return found
        return None

    return place(dict.fromkeys(near, every), {}) if slots else None
