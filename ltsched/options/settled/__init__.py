"""What people have settled by hand, put to the agenda."""
