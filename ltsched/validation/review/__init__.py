"""review.toml and its tables."""
