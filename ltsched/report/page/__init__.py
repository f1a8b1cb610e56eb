"""The web page of a result: one file that needs nothing else."""
