"""`okr help`: what does not fit the help of one command."""
