"""Improvement plans: opened, followed up, closed."""
