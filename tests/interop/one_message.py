"""One message, written as a test wants it and read by one reader."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from ltsched.files.invitations.invitation_ics import invitation_ics
from ltsched.files.invitations.vtimezones import vtimezone
from tests.interop.cases import BEFORE, Case
from tests.interop.programs import READERS
from tests.support.invitations import changed


def read_one(reader: str, case: Case, folder: Path, **told: Any) -> Any:
    """Return what `reader` finds in the message of `case`, with the fields `told` of its invitation changed."""
    invitation = changed(case.due.invitation, **told)
    due = dataclasses.replace(case.due, invitation=invitation)
    block = vtimezone(case.zone, [invitation.told.start, invitation.told.end])
    path, job = folder / "message.ics", folder / "job.json"
    path.write_bytes(invitation_ics(due, case.organiser, case.name, BEFORE, case.zone, block))
    job.write_text(json.dumps({"files": [str(path)], "answered": []}), encoding="utf-8")
    return READERS[reader].read(job)[str(path)]["facts"]
