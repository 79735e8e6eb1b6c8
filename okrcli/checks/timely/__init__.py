"""T: everything has its time."""
