"""The messages of one run as files, in a folder of their own: ``001``, ``002``, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ltsched.domain.invitations.invitations import Due
from ltsched.domain.review import Organiser, Review
from ltsched.files.disk.atomic import remove_folder, replace_folder
from ltsched.files.invitations.invitation_ics import invitation_ics
from ltsched.files.invitations.invitation_mail import invitation_mail
from ltsched.files.invitations.invitation_texts import mail_subject, mail_text
from ltsched.files.invitations.vtimezones import vtimezone

__all__ = ["batch_folder", "highest_batch", "message_name", "remove_batch", "write_batch"]

SUFFIXES = frozenset({".ics", ".eml"})


def batch_folder(batches: Path, number: int) -> Path:
    """Return the folder of the batch `number` within `batches`."""
    return batches / f"{number:03}"


def highest_batch(batches: Path) -> int:
    """Return the highest number of a batch that lies in `batches`; 0 for none."""
    names = [path.name for path in batches.iterdir()] if batches.is_dir() else []
    return max((int(name) for name in names if name.isascii() and name.isdecimal() and len(name) < 10), default=0)


def message_name(due: Due) -> str:
    """Return the name of the files of a message, without their endings: ids and the method, nobody's name."""
    # No id of a person has a full stop in it, and no start of an activity's id an underline: the name is unique.
    told = due.invitation.told
    return f"{told.recipient}.{told.activity.replace(':', '_')}.{due.method.lower()}"


def write_batch(folder: Path, dues: Sequence[Due], review: Review, organiser: Organiser, now: datetime) -> None:
    """Write each message into `folder`, named by `message_name`, as ``.ics`` and as ``.eml``.

    A folder that is there already is replaced: a run that died has left it. `now` is the time of issue.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or there is something in the folder that ltsched did not write; it is as it was.
    """
    names = {person.id: person.name for person in review.people}
    moments = [moment for due in dues for moment in (due.invitation.told.start, due.invitation.told.end)]
    block = vtimezone(review.timezone, moments)
    files: dict[str, bytes] = {}
    for due in dues:
        told = due.invitation.told
        name = names.get(told.recipient, "")
        ics = invitation_ics(due, organiser, name, now, review.timezone, block)
        mail = invitation_mail(
            ics,
            due.method,
            sender=(organiser.name, organiser.email),
            recipient=(name, told.email),
            subject=mail_subject(due),
            text=mail_text(due, organiser, review.timezone.key),
            at=now,
        )
        stem = message_name(due)
        files[f"{stem}.ics"], files[f"{stem}.eml"] = ics, mail
    replace_folder(folder, files)


def remove_batch(folder: Path) -> None:
    """Remove the folder of a batch that was never issued, if it is there.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or there is something in the folder that ltsched did not write; it is as it was.
    """
    remove_folder(folder, SUFFIXES)
