"""Why nothing fits, and the cheapest thing that would help: facts, clashes, steps and cures, as values."""
