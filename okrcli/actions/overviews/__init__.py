"""How things hang together."""
