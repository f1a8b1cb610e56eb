"""Who is invited to what, what was issued, and what they answered."""
