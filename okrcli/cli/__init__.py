"""The command `okr`: parse, call, print. Each command is a file, imported when it is used."""
