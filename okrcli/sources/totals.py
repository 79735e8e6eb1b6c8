"""Rows that sum up others, as spreadsheets and reports add them: `Total`, `Promedio`, `Итого`."""

import re
from typing import Final

from okrcli.sources.base import Cell
from okrcli.wording.letters import fold

_LONGEST: Final = 40
_TOTAL: Final = re.compile(
    r"(?:(?:grand|overall|running|report|column) )?(?:sub[ -]?)?"
    r"(?:totals?|sum|average|avg\.?|mean|median|count"
    r"|total(?:es)? (?:general(?:es)?|del? \w+)|suma|promedio|media|mediana|acumulado"
    r"|(?:общий |общ\. )?итог[о]?(?: за \w+)?|всего|сумма|в среднем|средн(?:ее|яя)|медиана)"
    r"(?: (?:general|acumulado|\d{4}|q[1-4]))?\s?:?"
)


def is_total(cell: Cell) -> bool:
    """Return whether *cell*, in the place of a day, says that its row sums up others."""
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return False
    return _TOTAL.fullmatch(" ".join(fold(cell).split())) is not None
