"""Numbers in what people write: digits, words, units and scales."""
