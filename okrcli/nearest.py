"""Did you mean: the names that an unknown one may be a misspelling of."""

from collections.abc import Iterable

_LONGEST = 100
"""The longest name to compare: nobody types longer ones, and comparing takes long."""


def nearest(name: str, known: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Return those of *known* that are most like *name*, the best first; case does not count.

    Args:
        name: What was typed.
        known: What there is.
        most: How many to return.
        cutoff: From 0 to 1, how much they must be alike.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only a wrong name needs it

    spelled = {candidate.casefold(): candidate for candidate in known}
    typed = name.strip().casefold()[:_LONGEST]
    return [spelled[near] for near in get_close_matches(typed, spelled, most, cutoff)]


def did_you_mean(name: str, known: Iterable[str], most: int = 3, mark: str = "") -> str:
    """Return the question for those of *known* that may be meant by *name*; empty for none.

    Args:
        name: What was typed.
        known: What there is.
        most: How many to name.
        mark: What stands around each.
    """
    near = [f"{mark}{candidate}{mark}" for candidate in nearest(name, known, most)]
    return f"Did you mean {' or '.join(near)}?" if near else ""


def suggestion_hint(name: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest of *known*, and all of them."""
    listed = sorted(set(known))
    if not listed:
        return "There is none yet."
    question = did_you_mean(name, listed, 1)
    return f"{question} Available: {', '.join(listed)}.".lstrip()
