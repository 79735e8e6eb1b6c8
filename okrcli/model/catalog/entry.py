"""What the catalogue says of a KPI, in each language."""

from collections.abc import Mapping
from typing import Final

from okrcli.choices import Cadence
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Aggregate, Bounds, Direction, Family, Kind, Survey
from okrcli.model.settings import Language

LocalText = Mapping[Language, str]
"""One short text in each language."""

OPEN: Final = Bounds()


@frozen_dataclass
class EntryWords:
    """What an entry says in one language.

    Attributes:
        title: The usual name.
        definition: What is measured, in a sentence or two.
        why: What the number tells you.
        calculation: The formula in words.
        pitfalls: What is easily done wrong, a sentence or two each.
    """

    title: str
    definition: str
    why: str
    calculation: str
    pitfalls: tuple[str, ...]


@frozen_dataclass
class Part:
    """A number that an entry's formula needs; the catalogue's KPI with its id, if there is one.

    Attributes:
        id: Its name in the formula.
    """

    id: str
    title: LocalText
    unit: LocalText
    bounds: Bounds = OPEN


@frozen_dataclass
class CatalogEntry:
    """A ready definition of a KPI.

    Attributes:
        id: The KPI's id, unless another one is chosen.
        cadence: How often it is usually read.
        aggregate: How the values of segments become the KPI's value.
        survey: The survey that it is computed from, if any.
        formula: Formula over the parts, as in a KPI's `formula`; `None` for a KPI that is only
            read.
        parts: What the formula names, in the same order.
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
        """Return the entry's texts in *language*."""
        return {"en": self.en, "es": self.es, "ru": self.ru}[language]
