"""What a planning run tells while it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ltsched.domain.timetable import StageResult

__all__ = ["SILENT", "Listener", "PartOf", "Silent"]


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


@dataclass(slots=True)
class PartOf:
    """A listener that says before each phase of which part of a longer work it is one: ``point 2``."""

    listener: Listener
    part: str = ""

    def phase(self, text: str) -> None:
        """Hear it with the part."""
        self.listener.phase(f"{self.part}: {text}" if self.part else text)

    def stage_started(self, name: str, number: int, of: int) -> None:
        """Hear it as it is."""
        self.listener.stage_started(name, number, of)

    def improved(self, name: str, value: int | None, bound: int | None, seconds: float) -> None:
        """Hear it as it is."""
        self.listener.improved(name, value, bound, seconds)

    def stage_ended(self, result: StageResult) -> None:
        """Hear it as it is."""
        self.listener.stage_ended(result)
