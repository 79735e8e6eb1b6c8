"""Check-ins in a story: what commits did to their files, and what became of them."""
