"""Overviews of how things are connected."""
