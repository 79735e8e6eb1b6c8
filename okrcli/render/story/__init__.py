"""The story of a workspace, or of one thing in it."""
