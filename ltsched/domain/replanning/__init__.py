"""Replanning: the timetable as it is, how far a new one is from it, and what has changed."""
