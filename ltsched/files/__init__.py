"""Reading and writing: the only package that knows disk and exchange formats; only `disk` writes."""
