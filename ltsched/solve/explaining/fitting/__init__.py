"""Whether activities fit that are held to some facts: quick ways to see it."""
