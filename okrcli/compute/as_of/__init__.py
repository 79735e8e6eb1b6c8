"""The plan as of a day: definitions as they were then, check-ins without retracted entries."""
