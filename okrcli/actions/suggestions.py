"""What was probably meant by a name that there is not."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggestion_hint(name: str, names: Iterable[str]) -> str:
    """Return a hint with the nearest of *names*, or all of them."""
    listed = sorted(set(names))
    near = get_close_matches(name, listed, n=1)
    if near:
        return f"Did you mean {near[0]}? Known are: {', '.join(listed)}."
    return f"Known are: {', '.join(listed)}." if listed else "There is none yet."
