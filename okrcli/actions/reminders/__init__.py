"""What is due, and how people are told."""
