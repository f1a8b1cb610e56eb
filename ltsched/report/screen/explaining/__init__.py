"""Why nothing fits, and what would help, on a screen."""
