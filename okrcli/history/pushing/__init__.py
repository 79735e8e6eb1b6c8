"""Check-ins that go to where others get them, and what is published there."""
