"""`okr new`: a file for each command."""
