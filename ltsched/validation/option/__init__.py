"""An option file: its tables, and what they may name."""
