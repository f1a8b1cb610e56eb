"""The days on which an activity is on hold."""

from __future__ import annotations

from ltsched.domain.rules import NotOnHold
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: NotOnHold, context: Context) -> None:
    """Post nothing: `candidates.window_bits` leaves only starts on days that are not held."""
