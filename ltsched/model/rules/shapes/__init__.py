"""The shapes: each is a rule, and gives what is to be measured."""
