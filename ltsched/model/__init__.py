"""The CP-SAT model of an agenda: variables, rules, objectives. Slots and whole numbers only."""
