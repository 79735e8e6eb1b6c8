"""Labelled titles, one a line: `title | class; direction; from=1; to=2; unit=%; n; p; c`.

`n` is a number that says nothing for certain, `p` a placeholder, `c` more than one result. What is
not named is empty; `bound`, `range` (`20..30`), `factor`, `per`, `doubt` and others are
compared where they are named. A `deadline` ends the line.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import get_args

from okrcli.wording.languages.lexicon import Direction, Language

FOLDER = Path(__file__).parent / "statements"
DIRECTIONS = get_args(Direction)
NUMBERS = ("from", "to", "by")


@dataclass(frozen=True)
class Labelled:
    text: str
    lang: Language
    expected: dict[str, object]


def labelled(language: Language) -> list[Labelled]:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [parse(line, language) for line in lines if line and not line.startswith("#")]


def parse(line: str, language: Language) -> Labelled:
    text, labels = line.rsplit(" | ", 1)
    verb_class, *others = labels.split("; ")
    expected = empty(language) | {"verb_class": verb_class}
    for label in others:
        expected |= value_of(label)
    expected["has_number"] = expected["has_number"] or any(
        expected[number] is not None for number in NUMBERS
    )
    return Labelled(text, language, expected)


def empty(language: Language) -> dict[str, object]:
    texts = ("direction", *NUMBERS, "by_kind", "unit", "deadline")
    flags = ("has_number", "placeholder", "compound")
    return {"lang": language} | dict.fromkeys(texts) | dict.fromkeys(flags, False)


def value_of(label: str) -> dict[str, object]:
    if label in DIRECTIONS:
        return {"direction": label}
    if label in {"n", "p", "c"}:
        return {{"n": "has_number", "p": "placeholder", "c": "compound"}[label]: True}
    name, value = label.split("=", 1)
    if name == "range":
        return {name: [float(end) for end in value.split("..")]}
    if name == "factor":
        return {name: float(value)}
    return {name: Decimal(value) if name in NUMBERS else value}
