"""Read the folder of a review, and make a new one."""
