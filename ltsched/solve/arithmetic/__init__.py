"""What counting alone proves impossible, without a solver: places that are needed, and the most that days can hold."""
