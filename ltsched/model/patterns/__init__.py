"""The days of a packed review by patterns: each way to lay the meetings of a day, and what that leaves of it."""
