"""The text of a calendar: lines, properties, values, rules and zones, and what is not understood of them."""
