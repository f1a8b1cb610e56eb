"""A review that lives: what might be otherwise, and where it stands."""
