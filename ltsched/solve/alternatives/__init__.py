"""Other times for one booking: first where nothing else has to move, then where as little as can be does."""
