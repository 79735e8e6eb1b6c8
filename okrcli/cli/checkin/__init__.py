"""`okr checkin`: its options and its questions."""
