"""Files of titles, one a line: those that the tests label, as often as wanted, or long ones."""

from itertools import cycle, islice
from pathlib import Path
from typing import get_args

from okrcli.wording.languages.lexicon import Language
from tests.wording.corpus import labelled


def write_titles(path: Path, titles: int, longest: int = 0) -> Path:
    """Write as many *titles* as wanted, and return *path*.

    Args:
        path: Where to write them.
        titles: How many.
        longest: How many characters each has, made of several; 0 for titles as they are.
    """
    known = [one.text for language in get_args(Language) for one in labelled(language)]
    texts = [f"{text} " * (longest // len(text) + 1) for text in known] if longest else known
    numbered = enumerate(islice(cycle(texts), titles))
    lines = (f"{_word(number)} {text}"[: longest or None] for number, text in numbered)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _word(number: int) -> str:
    """Return a label of its own for each title: what is read once is not read again."""
    return f"[{number:05}]".translate(str.maketrans("0123456789", "abcdefghij"))
