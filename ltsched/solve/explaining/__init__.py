"""Why nothing fits, as the smallest sets of facts that clash, and the cheapest things that would help."""
