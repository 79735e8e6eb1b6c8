"""Which mappings and lists of a file are written in one line."""

from collections.abc import Callable

from okrcli.model.finding import Location
from okrcli.storage.layout import Kind, kind_of
from okrcli.storage.yaml.scalars import Data

_SHORT_MAPPINGS = frozenset({"target", "survey", "alert", "goal", "closed"})
_MAPPINGS_BY_ID = frozenset({"teams", "people", "cycles"})


def one_line_in(path: str) -> Callable[[Location, Data], bool]:
    """Return the test whether the collection at a location of the file *path* is on one line.

    Entries are, so that a merge never mixes two of them, and so are lists of plain values; an
    objective's key results, which people edit, are not.
    """
    has_long_key_results = kind_of(path) is Kind.OBJECTIVE

    def is_one_line(location: Location, data: Data) -> bool:
        if isinstance(data, list):
            return not any(isinstance(item, dict) for item in data)
        match location:
            case ():
                return False
            case (key,):
                return key in _SHORT_MAPPINGS
            case ("key_results", int()):
                return not has_long_key_results
            case (key, second):
                return key in _MAPPINGS_BY_ID or isinstance(second, int)
            case _:
                return True

    return is_one_line
