"""Commands that show how things hang together."""
