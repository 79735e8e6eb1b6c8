"""The forms of Russian verbs, by the dictionary of pymorphy3."""

from collections.abc import Iterator
from functools import cache

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

_FINITE = (
    {"VERB", "past"},
    {"VERB", "1per", "plur"},
    {"VERB", "3per"},
    {"VERB", "impr", "plur"},
    {"VERB", "impr", "sing"},
    {"PRTS", "pssv"},
    {"GRND"},
)
_BOOKISH = ("мте", "мтесь", "вши", "ши", "вшись", "шись")


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer()


def russian_forms(infinitive: str) -> Iterator[str]:
    """Give the forms of a verb that titles have, and of the same verb with -ся."""
    yield infinitive
    yield from _forms(infinitive)
    if infinitive.endswith(("ть", "ти")):
        yield from _forms(f"{infinitive}ся")


def _forms(infinitive: str) -> Iterator[str]:
    verb = _verb(infinitive)
    if verb is None:
        return
    for form in verb.lexeme:
        is_wanted = any(wanted <= form.tag.grammemes for wanted in _FINITE)
        if is_wanted and not form.word.endswith(_BOOKISH):
            yield form.word


def _verb(infinitive: str) -> Parse | None:
    """Return the verb; of one that only a rule for unknown words knows, the likeliest."""
    verbs = [each for each in _analyzer().parse(infinitive) if each.tag.POS == "INFN"]
    known = [each for each in verbs if _analyzer().word_is_known(infinitive)]
    if not known and infinitive.endswith("ся"):
        return None
    return next(iter(known or verbs), None)
