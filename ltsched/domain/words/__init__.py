"""How the domain speaks of its values."""
