"""What was recorded of readings, as lines for people."""
