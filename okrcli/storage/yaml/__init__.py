"""YAML text to plain data with places, and edits of single values."""
