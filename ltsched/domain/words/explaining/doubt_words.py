"""What is not proven about an explanation, in sentences."""

from __future__ import annotations

from ltsched.domain.explaining.telling import Telling
from ltsched.domain.timetable import Status

__all__ = ["doubts"]


def doubts(telling: Telling) -> tuple[str, ...]:
    """Return what is not proven about an explanation, a sentence each; nothing where all is."""
    told = [f"The search ended early: {telling.stopped}."] if telling.stopped else []
    if telling.status is Status.INFEASIBLE and not telling.all_found:
        told.append(
            f"{'Each of these' if len(telling.cures) > 1 else 'It'} helps: all was planned with it. "
            "That nothing cheaper helps too is not proven."
            if telling.cures
            else "There may be something that helps: not all was tried."
        )
    return tuple(told)
