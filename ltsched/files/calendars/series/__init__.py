"""Entries that repeat: which of their times are asked for, and what is too much to count."""
