"""What git knows of a workspace: its story, whether it was kept, what moved since a revision."""
