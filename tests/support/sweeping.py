"""The sweep that the tests of sweeping share: three starts of the small review."""

from __future__ import annotations

FIRST, LAST = "2027-01-11", "2027-01-25"
TODAY = "2026-12-01"
"""Before all of them, as the clock of the tests is."""
