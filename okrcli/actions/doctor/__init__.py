"""Diagnoses what may keep okr from working in a folder, without changing anything."""
