"""What a person could do about a review that does not fit, a kind a file."""
