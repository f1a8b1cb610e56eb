"""The reviews of the shipped scenarios: read once for all tests that only look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ltsched.domain.review import Review
from ltsched.files.review.review_folder import read_review_folder

__all__ = ["SCENARIOS", "shipped_review"]

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@cache
def shipped_review(name: str) -> Review:
    """Return the review of a scenario under its own option, with its folder."""
    return read_review_folder(SCENARIOS / name)
