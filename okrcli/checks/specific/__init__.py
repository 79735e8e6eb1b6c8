"""S: it says one thing clearly, and somebody is accountable for it."""
