"""The model of what could be kept where not all fits: every activity optional."""
