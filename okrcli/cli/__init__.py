"""The command `okr`: parse, call, print. Each command is a file, imported when it is used.

One that shows something has its options from `shows`, and one that writes has them from `writes`.
What a command needs only to run it imports under `will_run`, so that its help does not wait for it.
"""
