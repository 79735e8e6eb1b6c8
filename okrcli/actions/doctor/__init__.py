"""What may keep okr from working in a folder: looked at, and never changed."""
