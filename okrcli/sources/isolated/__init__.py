"""Foreign binary files, read by a process of their own whose death is not ours."""
