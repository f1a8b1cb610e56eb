"""Which names of time zones may be used."""

from __future__ import annotations

import pytest

from ltsched.files.calendars.syntax.zone_names import depends_on_the_machine, zone_names

STRANGE = ["localtime", "LOCALTIME", "Factory", "posixrules", "posix/Europe/London", "right/Europe/London"]


@pytest.mark.parametrize("name", STRANGE)
def test_names_that_mean_something_else_elsewhere_may_not(name: str) -> None:
    """The system may have such a file; the review would move with the machine it is planned on."""
    assert depends_on_the_machine(name)
    assert name not in zone_names()


@pytest.mark.parametrize("name", ["Europe/London", "UTC", "GB", "America/Argentina/Buenos_Aires"])
def test_names_of_places_may(name: str) -> None:
    """Old names that have only one meaning, too."""
    assert name in zone_names()
