"""One country is loaded alone, and is the same as with all others beside it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest
from holidays.registry import FINANCIAL

from ltsched.files.review.holiday_country import holiday_country

YEARS = range(2026, 2030)


def test_every_country_and_its_parts_are_known() -> None:
    """Under the same codes as in the package itself."""
    for code, parts in holidays.list_supported_countries().items():
        country = holiday_country(code)
        assert country is not None
        assert list(country.parts) == parts


@pytest.mark.parametrize(
    "code", ["", "X", "XX", "gb", "England", "MON", "PUBLIC", *(names[1] for names in FINANCIAL.values())]
)
def test_nothing_else_is_one(code: str) -> None:
    """Not the stock exchanges and constants that the package has under short names, too."""
    assert holiday_country(code) is None


LOADED = (
    "import sys; from ltsched.files.review.bank_holidays import bank_holidays, known_region\n"
    "assert known_region(sys.argv[1], '', []) == sys.argv[1]\n"
    "days = bank_holidays(sys.argv[1], range(2026, 2030))\n"
    "print(sum(name.startswith('holidays.countries') for name in sys.modules))\n"
    "print(*sorted(day.isoformat() for day in days))"
)


@pytest.mark.parametrize("region", ["GB-ENG", "GB-NIR", "IE", "DE-BY"])
def test_its_holidays_are_those_of_the_package_and_no_other_country_is_loaded(region: str) -> None:
    """In a process of its own, as here all of them have been loaded."""
    done = subprocess.run([sys.executable, "-c", LOADED, region], capture_output=True, text=True, check=True)
    loaded, days = done.stdout.splitlines()
    code, _, part = region.partition("-")
    assert loaded == "0"
    assert {date.fromisoformat(day) for day in days.split()} == set(
        holidays.country_holidays(code, subdiv=part or None, years=YEARS)
    )


OTHER = (
    "import sys, types, holidays.registry\nother = sys.modules['holidays.registry'] = types.ModuleType('registry')\n"
)


@pytest.mark.parametrize(
    "registry",
    [
        "pass",
        "other.COUNTRIES = ['united_kingdom']",
        "other.COUNTRIES = {'uk': ('UnitedKingdom', 'GB')}",
        "other.COUNTRIES = {'united_kingdom': ('Britain', 'GB')}",
    ],
)
def test_a_package_with_another_registry_is_asked_in_its_own_way(registry: str) -> None:
    """It takes longer, and says the same."""
    code = f"{OTHER}{registry}\n{LOADED}"
    done = subprocess.run([sys.executable, "-c", code, "GB-SCT"], capture_output=True, text=True, check=True)
    loaded, days = done.stdout.splitlines()
    assert int(loaded) > 200
    assert {date.fromisoformat(day) for day in days.split()} == set(
        holidays.country_holidays("GB", subdiv="SCT", years=YEARS)
    )
