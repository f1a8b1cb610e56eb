"""What the stages minimise in the model, each a whole number ≥ 0."""
