"""The days within which an activity lies."""

from __future__ import annotations

from ltsched.domain.rules import WithinWindow
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: WithinWindow, context: Context) -> None:
    """Post nothing: `candidates.window_bits` leaves only starts on days of the window."""
