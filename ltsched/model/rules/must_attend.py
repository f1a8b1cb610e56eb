"""Who must come."""

from __future__ import annotations

from ltsched.domain.rules import MustAttend
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: MustAttend, context: Context) -> None:
    """Post nothing: `find_candidates` leaves only starts at which they are free; `OnePlace` keeps them to one place."""
