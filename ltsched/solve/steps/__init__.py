"""The steps of the strategy, one file for each; `ltsched.solve.strategy` lists them in order."""
