"""The faults that okr survives, each in a file of its number."""
