"""Plan a review, once."""

from __future__ import annotations

from ltsched.solve.plan import plan

__all__ = ["plan"]
