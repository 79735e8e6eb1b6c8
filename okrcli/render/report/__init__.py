"""The report of a cycle as text for programs and documents; the table for people is in `table`."""
