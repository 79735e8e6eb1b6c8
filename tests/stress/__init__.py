"""What must hold under load and violence; `python -m tests.stress` runs it in its full size."""
