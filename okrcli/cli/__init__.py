"""The command `okr`: parse, call, print. Each command is a file, imported when it is used.

What it needs only to run it imports under `will_run`, so that its help does not wait for it.
"""
