"""Where a review stands on a day: what is next, what is open, what is near, what has changed, what to do."""
