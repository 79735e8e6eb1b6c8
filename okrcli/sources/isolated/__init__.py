"""Foreign binary files, read in a separate process that may crash without harm."""
