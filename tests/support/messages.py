"""Messages for the tests of how they are written: what is due to one recipient."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.invitations.invitations import Change, Due, Invitation, Method
from tests.support.invitations import invitation, line

BEFORE = line(invitation(location="Hall"))
TAKEN_BACK = (Change.CANCELLED, Change.WITHDRAWN)


def due(change: Change = Change.NEW, told: Invitation | None = None, **seen: Any) -> Due:
    """Return a message about the invitation `told`, or one in which `seen` is as it says.

    All but the first one tell what was before: Tuesday, 10:00 to 12:00, in the hall.
    """
    told = told or invitation(**{"location": "Hall", **seen})
    first = Due(change, Method.REQUEST, BEFORE.uid, 0, told, None, told.hash())
    if change is Change.NEW:
        return first
    method = Method.CANCEL if change in TAKEN_BACK else Method.REQUEST
    return replace(first, method=method, sequence=1, before=BEFORE.told)
