"""Commands that show how things are: they change nothing in the workspace."""
