"""The command line: one file for each command. Nothing else of ltsched prints."""

from __future__ import annotations

__all__ = ["main"]

from ltsched.cli.app import main
