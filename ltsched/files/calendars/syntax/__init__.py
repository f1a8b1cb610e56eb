"""The text of a calendar: lines, properties, values, and the zones that it defines."""
