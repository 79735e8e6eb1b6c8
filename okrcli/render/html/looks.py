"""How a status looks on a page: symbol and word, in a tone that the style gives a colour."""

from collections.abc import Mapping
from typing import NamedTuple

from okrcli.render.drawing.style import Look

TONES: Mapping[str, str] = {
    "green": "good",
    "yellow": "warn",
    "red": "bad",
    "bold red": "bad",
    "bright_black": "quiet",
    "cyan": "accent",
    "": "",
}
"""The class for each colour that a look has in a terminal."""


class Status(NamedTuple):
    """A status: never a colour alone."""

    symbol: str
    word: str
    tone: str

    @classmethod
    def of(cls, look: Look, word: str | None = None) -> "Status":
        """Return *look*, or its symbol with another *word*."""
        return cls(look.symbol, look.word if word is None else word, tone_of(look))


def tone_of(look: Look) -> str:
    """Return the class of *look*."""
    return TONES[look.colour]
