"""The bank holidays of the region."""

from __future__ import annotations

from ltsched.domain.rules import NoBankHoliday
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: NoBankHoliday, context: Context) -> None:
    """Post nothing: nobody has working hours on them, so that `FreeTime` has no free slot of anybody."""
