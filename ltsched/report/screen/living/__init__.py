"""What the commands for a review that is under way show."""
