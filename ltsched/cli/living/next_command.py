"""What the next command has to be given to be about the same review: its folder, and where its results are."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.words.typed import typed

__all__ = ["same_review"]


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
