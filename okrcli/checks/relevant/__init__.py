"""R: an objective serves something, and those it concerns agree."""
