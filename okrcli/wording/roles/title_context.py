"""The context in which the quantities of a title are read, and the resulting reading."""

from decimal import Decimal
from typing import Final, Literal, NamedTuple

from okrcli.wording.languages.lexicon import Direction, Kind, Language, Vocabulary
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.periods import Period
from okrcli.wording.roles.bounds import Bound
from okrcli.wording.roles.cues import Cue

ByKind = Literal["relative", "absolute", "points"]
Doubt = Literal["close", "direction", "share", "units", "periods", "part", "ratio"]
"""Why numbers are not used: two readings are equally likely, or the only one contradicts itself.

`part` is one of "win 3 of 4 tenders": it may be a count or a share; `ratio` is as in 1:8.
"""

AMOUNT_UNITS: Final = frozenset({"%", "pp", "points", "x"})
"""Units of a change rather than of a level."""


class TitleContext(NamedTuple):
    """The title around its numbers.

    Attributes:
        flat: The flattened text, its deadlines blanked.
        language: Its language.
        vocabulary: The words of the language.
        kind: The kind of the verb that carries the numbers; `None` without one.
        direction: The direction in which that verb moves its object.
        verb_end: Where that verb ends, or 0.
        multiplies: Whether that verb is *multiply*.
        speeds: Whether it makes things faster, so that times fall when it rises.
        rivals: Whether it is about doing better than others.
    """

    flat: str
    language: Language
    vocabulary: Vocabulary
    kind: Kind | None
    direction: Direction | None
    verb_end: int
    multiplies: bool = False
    speeds: bool = False
    rivals: bool = False

    @property
    def changes(self) -> bool:
        """Whether an amount without cues is an amount of change."""
        return self.kind in {"change", "raise"}

    @property
    def improves(self) -> bool:
        """Whether the verb is one like *improve*: vague, but of a known direction."""
        return self.kind == "vague" and self.direction is not None

    @property
    def exceeds(self) -> bool:
        """Whether the verb is one like *exceed*, which can be by an amount too."""
        return self.kind == "reach" and self.direction == "increase"

    def is_object(self, figure: Figure) -> bool:
        """Tell whether a figure directly follows the verb, or begins a title without one."""
        between = self.flat[self.verb_end : figure.start].strip()
        return not between or (figure.unit == "%" and between in {"el", "al"})


class CuedFigure(NamedTuple):
    """A figure, the cue before it, and the bracket that contains it (0 for none)."""

    figure: Figure
    cue: Cue | None
    bracket: int


class Reading(NamedTuple):
    """The meaning of the numbers in a title; all `None` if nothing is certain.

    Attributes:
        from_: The baseline.
        to: The target.
        by: The amount of change.
        by_kind: What `by` is a share of, if it is one.
        unit: The unit of the target and the baseline, otherwise of the amount.
        factor: The factor that `by` is derived from.
        direction: The direction that the numbers themselves state.
        at: Where the number that counts begins; `None` if none does.
        paired: Whether one "from A to B" gave both numbers.
        bare: Whether no word introduces the target: "raise $5M".
        bound: Whether the target, or the amount, is a lower or an upper bound.
        range: Both ends of a target that is a range.
        per: The period of a rate.
        doubt: Why no number is used although there are some.
    """

    from_: Decimal | None = None
    to: Decimal | None = None
    by: Decimal | None = None
    by_kind: ByKind | None = None
    unit: str | None = None
    factor: Decimal | None = None
    direction: Direction | None = None
    at: int | None = None
    paired: bool = False
    bare: bool = False
    bound: Bound | None = None
    range: tuple[Decimal, Decimal] | None = None
    per: Period | None = None
    doubt: Doubt | None = None


def unit_or_count(*figures: Figure) -> str | None:
    """Return the first unit of *figures*, or `count` if they count something."""
    units = [figure.unit for figure in figures if figure.unit is not None]
    if units:
        return units[0]
    return "count" if any(figure.counts for figure in figures) else None


def with_sign(figure: Figure, value: Decimal) -> Decimal:
    """Return *value* with the minus sign of its figure."""
    return -value if figure.sign == "-" else value


def compare(from_: Decimal, to: Decimal) -> Direction | None:
    """Return the direction from one number to the other."""
    if from_ == to:
        return None
    return "increase" if to > from_ else "decrease"
