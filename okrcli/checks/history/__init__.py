"""H: what was agreed, and what was recorded, stays so or is changed openly."""
