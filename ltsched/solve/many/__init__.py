"""Many plans at once: options side by side, and one review in many variations."""
