"""The bank holidays of a region, from the ``holidays`` package."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.files.review.holiday_country import holiday_country
from ltsched.validation.shown import shown

__all__ = ["NO_REGION", "bank_holidays", "known_region"]

NO_REGION = "none"
# Without a nation the package leaves out what only some of them have, Easter Monday among it.
NEEDS_A_PART = frozenset({"GB", "UK", "GBR"})
EXAMPLE = "expected a country and its part, such as GB-ENG, GB-SCT, GB-WLS, GB-NIR or IE, or none"


def known_region(region: str, path: str, mistakes: list[Mistake]) -> str | None:
    """Return `region` in the usual capitals; an unknown one is added to `mistakes` (in the file `path`) and gives None.

    A region is ISO 3166: a country (``IE``), or a country and a part of it (``GB-ENG``). The countries of the United
    Kingdom have holidays of their own, so ``GB`` alone is a mistake.
    """
    if region.strip().casefold() == NO_REGION:
        return NO_REGION
    code, _, part = region.strip().partition("-")
    code = code.upper()
    country = holiday_country(code)
    parts = {} if country is None else {name.casefold(): name for name in country.parts}
    whole = country is not None and not part and "-" not in region
    if whole and code not in NEEDS_A_PART:
        return code
    if part and part.casefold() in parts:
        return f"{code}-{parts[part.casefold()]}"
    candidates = [f"{code}-{name}" for name in parts.values()] or ["GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE"]
    expected = f"expected one of {', '.join(candidates[:60])}, or none" if parts else EXAMPLE
    found = f"{shown(region)} has no bank holidays of its own" if whole else f"unknown region {shown(region)}"
    mistakes.append(Mistake(path, "region", found, expected, "" if whole else did_you_mean(region, candidates)))
    return None


def bank_holidays(region: str, years: Iterable[int]) -> frozenset[date]:
    """Return the bank holidays of a region in `years`, substitute days included; none for ``none``.

    Raises
    ------
    ValueError
        The region is not one that `known_region` has returned.
    """
    if region == NO_REGION:
        return frozenset()
    code, _, part = region.partition("-")
    country = holiday_country(code)
    if country is None:
        raise ValueError(f"no holidays are known of {code}")
    return frozenset(country.make(subdiv=part or None, years=years))
