"""What the quantities of a title are read against, and what comes out of it."""

from decimal import Decimal
from typing import Final, Literal, NamedTuple

from okrcli.wording.languages.lexicon import Direction, Kind, Language, Vocabulary
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.periods import Period
from okrcli.wording.roles.bounds import Bound
from okrcli.wording.roles.cues import Cue

ByKind = Literal["relative", "absolute", "points"]
Doubt = Literal["close", "direction", "share", "units", "periods"]
"""Why numbers are not read: two readings are as likely, or the one there is contradicts itself."""

AMOUNT_UNITS: Final = frozenset({"%", "pp", "points", "x"})
"""Units of a change rather than of a level."""


class TitleContext(NamedTuple):
    """The title around its numbers.

    Attributes:
        flat: The flattened text, its deadlines blanked.
        language: Its language.
        vocabulary: The words of the language.
        kind: What the verb that carries the numbers does; `None` without one.
        direction: Where that verb moves its object.
        verb_end: Behind that verb, or 0.
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
        """Whether a bare amount is an amount of change."""
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
        """Tell whether a figure stands right behind the verb, or opens a title without one."""
        between = self.flat[self.verb_end : figure.start].strip()
        return not between or (figure.unit == "%" and between in {"el", "al"})


class CuedFigure(NamedTuple):
    """A figure, what stands before it, and the bracket it is in (0 is none)."""

    figure: Figure
    cue: Cue | None
    bracket: int


class Reading(NamedTuple):
    """What the numbers of a title say; all `None` where they say nothing for certain.

    Attributes:
        from_: The baseline.
        to: The target.
        by: The amount of change.
        by_kind: What `by` is a share of, when it is one.
        unit: Of the target and the baseline, else of the amount.
        factor: The factor that `by` is derived from.
        direction: What the numbers themselves say.
        at: Where the number that counts begins; `None` when none does.
        paired: Whether one "from A to B" gave both numbers.
        bare: Whether no word introduces the target: "raise $5M".
        bound: Whether the target, or the amount, is the least or the most that is wanted.
        range: Both ends of a target that is a range.
        per: The period of a rate.
        doubt: Why no number is read although there are some.
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
    """Return the first unit that *figures* have, else `count` when they count something."""
    units = [figure.unit for figure in figures if figure.unit is not None]
    if units:
        return units[0]
    return "count" if any(figure.counts for figure in figures) else None


def with_sign(figure: Figure, value: Decimal) -> Decimal:
    """Return *value* with the minus sign of its figure."""
    return -value if figure.sign == "-" else value


def compare(from_: Decimal, to: Decimal) -> Direction | None:
    """Return the way from one number to the other."""
    if from_ == to:
        return None
    return "increase" if to > from_ else "decrease"
