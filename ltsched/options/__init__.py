"""The options as data, and how they become an agenda."""
