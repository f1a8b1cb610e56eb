"""ltsched plans Learning Together case reviews: a proven timetable from the diaries of busy people."""
