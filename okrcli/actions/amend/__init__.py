"""Changes of what was agreed, which say so: amendments, what is given up, what is cancelled."""
