"""What may keep okr from working in a folder."""
