"""Plain data to records and back, and what the records refuse in sentences."""
