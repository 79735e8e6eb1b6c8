"""How messages show the names of files that the user has given."""

from okrcli.printable import inert_line

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"


def name_of(source: str) -> str:
    """Return *source* for messages: on one line, as text that any file can hold."""
    return STANDARD_INPUT_NAME if source == STANDARD_INPUT else inert_line(source)
