"""S: it says one thing, clearly, and somebody answers for it."""
