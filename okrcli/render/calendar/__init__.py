"""The calendar of a team as text."""
