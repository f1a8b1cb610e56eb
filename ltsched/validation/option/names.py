"""The names of the options that are shipped."""

from __future__ import annotations

__all__ = ["COMMON", "SHIPPED"]

SHIPPED = ("full", "intensive", "speed-plus", "mid-range", "focused", "themed")
"""The fullest first."""

COMMON = "common"
"""What all of them are based on; not an option itself."""
