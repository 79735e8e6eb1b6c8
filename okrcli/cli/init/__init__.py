"""`okr init`: its options and what it tells."""
