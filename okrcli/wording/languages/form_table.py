"""Reads the tables of word forms."""

from collections.abc import Mapping, Sequence


def forms_by_verb(table: str) -> Mapping[str, Sequence[str]]:
    """Return the forms in each line of *table* by the first of them, the verb itself."""
    lines = (line.split(" ") for line in table.splitlines())
    return {line[0]: line for line in lines}
