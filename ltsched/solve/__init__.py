"""Planning: solve the model stage by stage, and prove the result."""
