"""The windows that people wish for."""

from __future__ import annotations

from ltsched.domain.rules import WithinWishes
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: WithinWishes, context: Context) -> None:
    """Post nothing: `find_candidates` leaves only starts within the windows (`wished.wished_bits`)."""
