"""The rules of `okr check` as text."""
