"""How objectives end: the score that stands, and what was learned."""
