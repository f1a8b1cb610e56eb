"""Names of time zones that mean the same on every machine."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["depends_on_the_machine", "zone_names"]

# "localtime" and "posixrules" are whatever the machine is set to; "Factory" says that nobody has set it.
NO_PLACE = frozenset({"localtime", "posixrules", "factory"})
# Folders of the system's own: "right" counts leap seconds, "posix" does not, and many machines have neither.
NO_PLACES = ("posix/", "right/")


def depends_on_the_machine(name: str) -> bool:
    """Return whether `name` means another zone on another machine, or none, though a file of that name may be there."""
    folded = name.casefold()
    return folded in NO_PLACE or folded.startswith(NO_PLACES)


@cache
def zone_names() -> frozenset[str]:
    """Return the IANA names that may be used: those of the time zones that come with ltsched."""
    names = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return frozenset(name for name in names if not depends_on_the_machine(name))
