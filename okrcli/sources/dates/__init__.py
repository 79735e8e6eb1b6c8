"""Days as people and programs write them, alone and in a column."""
