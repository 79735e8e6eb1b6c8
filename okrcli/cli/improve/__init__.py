"""`okr improve`: a file for each command."""
