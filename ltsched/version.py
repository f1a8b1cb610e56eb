"""The version of ltsched, below everything that names it."""

from __future__ import annotations

__all__ = ["VERSION"]

VERSION = "0.1.0"
