"""C: check-ins are on time, and what they say is possible."""
