"""Reading and writing: the only package that knows disk and formats."""
