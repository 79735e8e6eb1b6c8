"""Commands about what git knows: the story, the audit, and what may be wrong with a clone."""
