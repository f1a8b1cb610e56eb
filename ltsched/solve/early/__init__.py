"""What is close to impossible, or impossible, by looking and counting alone: said before anybody plans, no solver."""
