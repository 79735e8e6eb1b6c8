"""T: everything has its dates."""
