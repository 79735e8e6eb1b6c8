"""The months as people write them in English, Spanish and Russian."""

from typing import Final

from okrcli.wording.letters import fold

_SHORTEST: Final = 3
_NAMES: Final = (
    "january enero январь января",
    "february febrero февраль февраля",
    "march marzo март марта",
    "april abril апрель апреля",
    "may mayo май мая",
    "june junio июнь июня",
    "july julio июль июля",
    "august agosto август августа",
    "september septiembre setiembre сентябрь сентября",
    "october octubre октябрь октября",
    "november noviembre ноябрь ноября",
    "december diciembre декабрь декабря",
)


def month_of(word: str) -> int | None:
    """Return the number of the month that *word* names, whole or cut off; `None` for none."""
    begun = fold(word)
    if len(begun) < _SHORTEST:
        return None
    for number, names in enumerate(_NAMES, 1):
        if any(name.startswith(begun) for name in names.split()):
            return number
    return None
