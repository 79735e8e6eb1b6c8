"""Plain data to records and back, and validation errors as sentences."""
