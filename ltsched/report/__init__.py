"""Tables and words for people who read a result."""
