"""Clocks that no hold stops: which days are possible at all, and what holds do to a deadline."""
