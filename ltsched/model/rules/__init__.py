"""The rules of the model, one file for each family."""
