"""What a planning run tells while it works."""

from __future__ import annotations

from typing import Protocol

from ltsched.domain.timetable import StageResult

__all__ = ["SILENT", "Listener", "Silent"]


class Listener(Protocol):
    """Hear what a planning run does; called on the thread that plans or on one of the solver's.

    Values and bounds are in the unit of the stage; None means that there is none yet.
    """

    def phase(self, text: str) -> None:
        """Hear that something begins, in words: ``reading the diaries``."""

    def stage_started(self, name: str, number: int, of: int) -> None:
        """Hear that stage `number` (from 1) of `of` begins."""

    def improved(self, name: str, value: int | None, bound: int | None, seconds: float) -> None:
        """Hear of a better timetable or a better bound, `seconds` after the start of the run."""

    def stage_ended(self, result: StageResult) -> None:
        """Hear how a stage ended."""


class Silent:
    """A listener that does nothing."""

    def phase(self, text: str) -> None:
        """Do nothing."""

    def stage_started(self, name: str, number: int, of: int) -> None:
        """Do nothing."""

    def improved(self, name: str, value: int | None, bound: int | None, seconds: float) -> None:
        """Do nothing."""

    def stage_ended(self, result: StageResult) -> None:
        """Do nothing."""


SILENT = Silent()
