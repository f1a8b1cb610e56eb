"""Why nothing fits, and what would help, at the command line."""
