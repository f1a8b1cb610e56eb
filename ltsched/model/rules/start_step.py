"""The times at which anything may start."""

from __future__ import annotations

from ltsched.domain.rules import OnStep
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: OnStep, context: Context) -> None:
    """Post nothing: `FreeTime.starts` has only starts at multiples of the step."""
