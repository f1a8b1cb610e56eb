"""The review as it would be if something were otherwise."""
