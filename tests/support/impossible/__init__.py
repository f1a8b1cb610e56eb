"""Reviews that are impossible, with their cause and their cure known by construction."""
