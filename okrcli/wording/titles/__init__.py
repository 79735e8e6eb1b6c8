"""Reads the title of an objective or a key result: verb, deadline and wording."""
