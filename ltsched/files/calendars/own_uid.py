"""The UID of an invitation, as other people's calendars write it back."""

from __future__ import annotations

import re

__all__ = ["plain_uid", "uid_key"]

# How Exchange writes a UID that is not its own: MS-OXCICAL, section 2.1.3.1.1.20.26. Before "vCal-Uid" stand the date
# of an occurrence, a time, eight bytes for nothing and a length.
WRAPPED = re.compile(
    r"040000008200E00074C5B7101A82E008[0-9A-F]{48}7643616C2D55696401000000((?:[0-9A-F]{2})++)", re.IGNORECASE
)
AROUND = "".join(map(chr, range(33))) + "\x7f\ufeff"
"""Blanks and control characters: no UID of a program begins or ends with one, but a text cut to bytes may."""


def plain_uid(uid: str) -> str:
    """Return a UID as its own program wrote it: out of Exchange's hexadecimal wrapping, without blanks around it.

    A UID that is not wrapped, one of Exchange's own for instance, stays as it is.
    """
    uid = uid.strip(AROUND)
    wrapped = WRAPPED.fullmatch(uid)
    own = bytes.fromhex(wrapped[1]).decode(errors="replace").strip(AROUND) if wrapped else ""
    return own or uid


def uid_key(uid: str) -> str:
    """Return what two UIDs have in common if they mean one entry: `plain_uid` in small letters.

    RFC 5545 (section 3.8.4.7) tells capitals apart, but programs on the way change them; nobody tells entries apart
    by them alone.
    """
    return plain_uid(uid).casefold()
