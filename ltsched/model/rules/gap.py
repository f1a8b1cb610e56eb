"""The gap after what somebody holds."""

from __future__ import annotations

from ltsched.domain.rules import Gap
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: Gap, context: Context) -> None:
    """Post nothing: `OnePlace` lets what somebody holds take them until the end of the gap."""
