"""What is reported of key results, objectives, improvement plans and what is owed, as of a day."""
