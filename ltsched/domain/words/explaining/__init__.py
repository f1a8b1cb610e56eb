"""Why nothing fits, in words: what a fact says, what cannot hold together, and what would help."""
