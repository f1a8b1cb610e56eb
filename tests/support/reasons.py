"""Reasons of which only the sentence matters."""

from __future__ import annotations

from ltsched.domain.reasons import Reason

__all__ = ["because"]


def because(*texts: str) -> tuple[Reason, ...]:
    """Return a reason for each sentence."""
    return tuple(Reason("together", text) for text in texts)
