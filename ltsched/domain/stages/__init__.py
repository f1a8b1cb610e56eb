"""The stages: what makes a timetable good, one after another, as one table."""
