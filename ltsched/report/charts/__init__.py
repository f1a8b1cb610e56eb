"""Pictures of a timetable and of a comparison, drawn with matplotlib."""
