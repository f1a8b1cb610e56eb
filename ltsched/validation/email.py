"""Addresses that every mail server and every calendar takes as they stand."""

from __future__ import annotations

import re

__all__ = ["is_email"]

# A dot-atom on both sides (RFC 5322, 3.4.1), in ASCII: what every mail server and every calendar takes as it stands.
# Not what looks like an encoded word, which some readers decode to another address.
ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
EMAIL = re.compile(rf"(?!.*=\?)(?=[^@]{{1,64}}@.{{1,190}}\Z){ATOM}(?:\.{ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


def is_email(text: str) -> bool:
    """Return whether `text` can be an email address, without a name, quotes or characters beyond ASCII."""
    return EMAIL.fullmatch(text) is not None
