"""A review in a folder with two bookings, as the tests of issuing begin with it."""

from __future__ import annotations

from pathlib import Path

from tests.support.agendas import at
from tests.support.invitations import Desk, meeting, review_of

__all__ = ["FILES_OF_THE_FIRST_RUN", "SET_UP", "TALK", "content", "desk_in"]

SET_UP = meeting("set-up", at(1, "10:00"), "p1", "p2", room="r1")
TALK = meeting("conversation:p3", at(8, "14:00"), "p3", "p1", panel=("p1",))
FILES_OF_THE_FIRST_RUN = [
    f"001/{stem}.request.{suffix}"
    for stem in ("p1.conversation_p3", "p1.set-up", "p2.set-up", "p3.conversation_p3")
    for suffix in ("eml", "ics")
]


def desk_in(folder: Path) -> Desk:
    """Return a desk in `folder` with both planned, and nothing issued yet."""
    made = Desk(folder, review_of())
    made.plan(SET_UP, TALK)
    return made


def content(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return time of change and bytes of everything in a folder but the lock, which every writer touches."""
    found = [folder, *(path for path in folder.rglob("*") if path.suffix != ".lock")]
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in found}
