"""Measures ltsched on the hard instances: a process and a row of results for each run."""
