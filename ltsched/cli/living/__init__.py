"""The commands for a review that is under way, one file for each."""
