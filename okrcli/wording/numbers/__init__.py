"""Numbers in what people write, and which of them is baseline, target or change."""
