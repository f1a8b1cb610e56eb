"""A review of which not all fits: how important its activities are, and what is left out."""
