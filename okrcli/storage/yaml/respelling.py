"""Changes single characters of a text in place, in whatever style the file has it."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from okrcli.errors import OkrError
from okrcli.model.finding import Location
from okrcli.storage.records.pruning import inside
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.editor import apply_edits, set_value
from okrcli.storage.yaml.edits import Edit
from okrcli.storage.yaml.scalars import Data


def respell(document: Document, location: Location, text: str) -> bytes:
    """Return the file with *text* in place of the one at *location*, from which it differs little.

    Quotes, folded lines and everything in between stay if possible.

    Raises:
        OkrError: There is nothing at *location*, or the change cannot be made in place.
    """
    try:
        return apply_edits(document, location, text, list(_edits(document, location, text)))
    except (OkrError, _UnalignedError):
        return set_value(document, location, text)


class _UnalignedError(Exception):
    """The characters of the value are not those of the file one for one."""


def _edits(document: Document, location: Location, new: str) -> Iterator[Edit]:
    old: Data = document.data
    for part in location:
        old = inside(old, part)
    if not isinstance(old, str):
        raise _UnalignedError
    start, end = document.span(location)
    for index, character in _replacements(old, new):
        at = start + _position_of(document.text[start:end], old, index)
        yield Edit(at, at + 1, character)


def _replacements(old: str, new: str) -> Iterator[tuple[int, str]]:
    """Yield the position of each character of *old* that changes, with its replacement."""
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        if what != "delete" and last - first != end - start:
            raise _UnalignedError
        for index in range(first, last):
            yield index, "" if what == "delete" else new[start + index - first]


def _position_of(source: str, value: str, index: int) -> int:
    """Return the position of the character *index* of *value* in *source*, its text in the file."""
    character = value[index]
    places = [place for place, found in enumerate(source) if found == character]
    if len(places) != value.count(character):
        raise _UnalignedError
    return places[value.count(character, 0, index)]
