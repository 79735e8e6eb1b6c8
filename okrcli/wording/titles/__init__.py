"""What the title of an objective or a key result says beside its numbers."""
