"""What moves on a terminal while a command runs."""
