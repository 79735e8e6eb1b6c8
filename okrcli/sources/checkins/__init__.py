"""Check-ins from tables and lists: what somebody wants recorded, row by row."""
