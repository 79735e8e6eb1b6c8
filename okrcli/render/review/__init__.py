"""Evidence for a conversation as text."""
