"""How the files of answers that the tests make up are read: as answers, or as mistakes."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.errors import Mistake
from ltsched.files.invitations.reply_files import Reply, read_replies

LONDON = ZoneInfo("Europe/London")


def read(data: bytes, name: str = "reply.eml") -> tuple[tuple[Reply, ...], list[Mistake]]:
    """Read a file with these bytes; its path is only its name afterwards."""
    mistakes: list[Mistake] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        replies = read_replies(path, LONDON, mistakes)
    assert {mistake.path for mistake in mistakes} <= {str(path)}
    assert {reply.path for reply in replies} <= {str(path)}
    return tuple(replace(reply, path=name) for reply in replies), [replace(mistake, path=name) for mistake in mistakes]


def reply_of(data: bytes) -> Reply:
    """Return the only answer in a file in which there must be no mistake."""
    replies, mistakes = read(data)
    assert mistakes == []
    (reply,) = replies
    return reply


def said_in(data: bytes) -> Reply:
    """Return the only answer in a file, whenever it was mailed."""
    return replace(reply_of(data), mailed=None)


def mistake_of(data: bytes) -> Mistake:
    """Return the only mistake of a file, told in one line; there must be no answer in it."""
    replies, mistakes = read(data)
    assert replies == ()
    (mistake,) = mistakes
    assert str(mistake).isprintable()
    return mistake
