"""The tree of objectives as text."""
