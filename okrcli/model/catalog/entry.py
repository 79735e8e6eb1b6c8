"""What the catalogue says of a KPI, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from okrcli.model.base import Cadence
from okrcli.model.kpi import Aggregate, Bounds, Direction, Family, Kind, Survey
from okrcli.model.settings import Language

LocalText = Mapping[Language, str]
"""One short text in each language."""

OPEN: Final = Bounds()


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What an entry says in one language.

    Attributes:
        title: The name that people use for it.
        definition: What is measured, in a sentence or two.
        why: What it tells.
        calculation: The formula in words.
        pitfalls: What to take care of, a sentence or two each.
    """

    title: str
    definition: str
    why: str
    calculation: str
    pitfalls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A number that an entry's formula needs; where the catalogue has a KPI of its id, that one.

    Attributes:
        id: Its name in the formula.
    """

    id: str
    title: LocalText
    unit: LocalText
    bounds: Bounds = OPEN


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A ready definition of a KPI.

    Attributes:
        id: The KPI's id, unless another one is chosen.
        cadence: How often it is usually read.
        aggregate: How segments, where there are any, make up the whole.
        survey: How it is asked for, where it is asked for.
        formula: Of the parts, as a KPI's own `formula`; `None` for what can only be read.
        parts: What the formula names, in that order.
        pairs: Ids of the entries to read beside it.
        source: Where the definition comes from.
    """

    id: str
    family: Family
    direction: Direction
    kind: Kind
    cadence: Cadence
    unit: LocalText
    source: LocalText
    en: EntryWords
    es: EntryWords
    ru: EntryWords
    bounds: Bounds = OPEN
    aggregate: Aggregate = "weighted"
    survey: Survey | None = None
    formula: str | None = None
    parts: tuple[Part, ...] = ()
    pairs: tuple[str, ...] = ()

    def words(self, language: Language) -> EntryWords:
        """Return what it says in *language*."""
        return {"en": self.en, "es": self.es, "ru": self.ru}[language]
