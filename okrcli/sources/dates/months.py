"""The months and weekdays as people write them in English, Spanish and Russian."""

from typing import Final

from okrcli.wording.letters import fold, word_set

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
_WEEKDAYS: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday
    lunes martes miercoles jueves viernes sabado domingo
    понедельник вторник среда четверг пятница суббота воскресенье
    """
)
_SHORT_WEEKDAYS: Final = word_set("mo tu we th fr sa su lu ma mi ju vi sa do пн вт ср чт пт сб вс")


def month_of(word: str) -> int | None:
    """Return the number of the month that *word* names, whole or abbreviated; `None` for none."""
    begun = fold(word)
    if len(begun) < _SHORTEST:
        return None
    for number, names in enumerate(_NAMES, 1):
        if any(name.startswith(begun) for name in names.split()):
            return number
    return None


def is_weekday(word: str) -> bool:
    """Return whether *word* names a weekday, whole or abbreviated."""
    begun = fold(word)
    return begun in _SHORT_WEEKDAYS or (
        len(begun) >= _SHORTEST and any(day.startswith(begun) for day in _WEEKDAYS)
    )
