"""Reports on key results, objectives, improvement plans, and what is due, as of a day."""
