"""Who owes which check-in, reading, follow-up or action, as text."""
