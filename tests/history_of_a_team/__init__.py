"""A team's history of a thousand commits, and what the commands tell of it."""
