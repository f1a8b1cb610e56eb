"""What could resolve a clash: the steps of each kind, by the smallest amount that does."""
