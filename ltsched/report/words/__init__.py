"""Words for people who read a result."""
