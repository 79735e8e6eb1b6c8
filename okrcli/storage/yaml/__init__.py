"""YAML text to plain data with a place for everything, and changes of single values in it."""
