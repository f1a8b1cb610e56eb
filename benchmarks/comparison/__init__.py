"""Compare ltsched with the textbook model, on the same agenda and the same stages."""
