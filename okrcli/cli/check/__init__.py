"""`okr check`: its options, and where it shows what was found."""
