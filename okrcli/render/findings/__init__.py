"""Findings as text, for people, editors and CI servers."""
