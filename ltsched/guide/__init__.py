"""What users read, by topic: a Markdown file each, shown by `ltsched guide`.

A file begins with its title and, as a paragraph of one line, what it is about.
"""

from __future__ import annotations

from importlib import resources

__all__ = ["TOPICS", "about", "read_topic"]

TOPICS = (
    "start",
    "folder",
    "numbers",
    "calendars",
    "checking",
    "results",
    "settling",
    "alternatives",
    "counting",
    "nothing-fits",
    "comparing",
    "what-if",
    "tradeoffs",
    "invitations",
    "three-weeks-later",
    "status",
    "own-options",
    "confidentiality",
)
"""The topics, in the order in which somebody new needs them."""


def read_topic(topic: str) -> str:
    """Return the Markdown of one of `TOPICS`, without its comments."""
    text = resources.files(__name__).joinpath(f"{topic}.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("<!--")]
    return "\n".join(lines) + "\n"


def about(topic: str) -> str:
    """Return the line that says what `topic` is about."""
    return read_topic(topic).splitlines()[2]
