"""The words of the trade, as values. Nothing here knows files, solvers or screens."""
