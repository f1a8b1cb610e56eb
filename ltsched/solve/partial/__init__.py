"""What is kept of a review of which not all fits: chosen, proven to be the most by weight, and planned."""
