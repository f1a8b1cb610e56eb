"""What makes a review impossible, a kind of cause a file."""
