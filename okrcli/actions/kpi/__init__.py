"""Readings from elsewhere: which files, what is new in them, and the scores of surveys."""
