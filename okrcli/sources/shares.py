"""Percentages that a file may have as shares of 1: refused until somebody says which they are."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from okrcli.compute.kpis.scale import WHOLE, are_beyond_one, is_within_share
from okrcli.compute.rounding import number_text
from okrcli.model.kpi import ScaleName
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import Cell, Problem


class Shares:
    """Tells whether the values of one KPI in percent, as a file has them, may be shares of 1."""

    def __init__(self, kpi: str, scale: ScaleName | None, levels: Sequence[Decimal]) -> None:
        self._kpi = kpi
        self._by = WHOLE if scale == "share" else 1
        self._levels = levels
        self._is_clear = scale is not None or not are_beyond_one(levels)
        self._first: tuple[int, Decimal] | None = None
        self._largest = Decimal(1)

    def percentage(self, value: Decimal, cell: Cell, line: int) -> Decimal:
        """Return the percentage that *value*, in *cell* on *line*, means.

        A number with a percent sign is never in doubt: 0.5 % is 0.5 %.
        """
        if self.is_plain:
            return value
        if isinstance(cell, str) and "%" in cell:
            return value
        if not self._is_clear and not is_within_share(value, self._levels):
            self._is_clear = True
        else:
            self._largest = max(self._largest, abs(value))
            if value and self._first is None:
                self._first = line, value
        return value * self._by

    @property
    def is_plain(self) -> bool:
        """Whether it is known that values are no shares of 1."""
        return self._is_clear and self._by == 1

    @property
    def doubt(self) -> Problem | None:
        """What to ask about the values so far; `None` if there is no doubt."""
        if self._is_clear or self._first is None:
            return None
        line, value = self._first
        share, percent = number_text(value), number_text(value * WHOLE)
        expected = " or ".join(f"{number_text(level)} %" for level in dict.fromkeys(self._levels))
        message = (
            f"{self._kpi} may be a share of 1 here: {share} would be {percent} %, and {expected} is"
            f" expected, but no value is beyond {number_text(self._largest)}."
        )
        return Problem(line, message, (NextStep(StepKind.SAY_SCALE, share, percent),))


def doubts_about(shares: Iterable[Shares]) -> Iterator[Problem]:
    """Yield what to ask about the values of each KPI."""
    yield from filter(None, (of_kpi.doubt for of_kpi in shares))
