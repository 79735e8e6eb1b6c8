"""C: check-ins come in time, and what they say can be true."""
