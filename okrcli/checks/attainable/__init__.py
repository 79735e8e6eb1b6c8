"""A: few enough, and worth the effort."""
