"""Writes the forms of the verbs that the word lists name: `python -m tests.wording.forms`."""
