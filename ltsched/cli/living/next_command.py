"""What the next command has to be given to be about the same review: its folder, and where its results are."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ltsched.domain.words.typed import typed

__all__ = ["move_flag", "same_review"]


def same_review(folder: Path, out: Path | None = None, option: str | None = None) -> str:
    """Return what to type after the name of a command: ``my-review --out elsewhere --option rapid.toml``.

    Parameters
    ----------
    folder
        The folder of the review.
    out
        Where the results are, as it was given; None for ``out`` in `folder`.
    option
        The option, as it was given; None for the one that review.toml names.
    """
    flags = [("--out", out), ("--option", option)]
    return " ".join([typed(folder), *(f"{flag} {typed(value)}" for flag, value in flags if value is not None)])


def move_flag(activity: str, start: datetime) -> str:
    """Return the flag of replan with which a booking starts then: ``--move joint-meeting:1=2027-05-13T10:00``."""
    return f"--move {activity}={start:%Y-%m-%dT%H:%M}"
