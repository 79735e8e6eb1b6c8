"""Loads what a question about a few things needs, out of a workspace of any size."""
