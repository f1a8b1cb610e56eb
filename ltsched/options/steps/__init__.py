"""What a person could do about a review that does not fit, made to the review; and the numbers that could be set."""
