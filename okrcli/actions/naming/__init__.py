"""Renames objectives, key results and KPIs, wherever they are mentioned."""
