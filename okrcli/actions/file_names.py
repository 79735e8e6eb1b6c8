"""How messages name the files that the user names."""

from okrcli.printable import inert_line

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"


def name_of(source: str) -> str:
    """Return how messages name *source*: in one line, as text that any file can hold."""
    return STANDARD_INPUT_NAME if source == STANDARD_INPUT else inert_line(source)
