"""Changes of a definition during its life; what is recorded about them is never edited."""
