"""The tables of word forms, and how each is made."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path

import okrcli.wording.languages
from okrcli.wording.languages.lexicon import LANGUAGES, Language, Sense
from okrcli.wording.letters import fold

FOLDER = Path(okrcli.wording.languages.__file__).parent
_NAMES: Mapping[Language, str] = {"en": "english", "es": "spanish", "ru": "russian"}
_HEAD = '''"""Forms of {title} verbs, a verb a line; written by `python -m tests.wording.forms`."""

from typing import Final

from okrcli.wording.languages.form_table import forms_by_verb

FORMS: Final = forms_by_verb(
    """\\
'''
_TAIL = '''"""
)
'''


def path_of(language: Language) -> Path:
    """Return where the table of *language* is."""
    return FOLDER / f"{language}_forms.py"


def table_of(language: Language) -> str:
    """Return the text of the table of *language*."""
    name = _NAMES[language]
    forms: Callable[[str], Iterable[str]] = getattr(
        import_module(f"tests.wording.forms.{name}"), f"{name}_forms"
    )
    lines = "".join(_line(verb, forms) for verb in verbs_of(language))
    return _HEAD.format(title=name.title()) + lines + _TAIL


def verbs_of(language: Language) -> list[str]:
    """Return the verbs that the lists of *language* name, each once, in order."""
    verbs: Mapping[Sense, str] = import_module(f"okrcli.wording.languages.{language}").VERBS
    words = (fold(word) for listed in verbs.values() for word in listed.split())
    return list(dict.fromkeys(words))


def _line(verb: str, forms: Callable[[str], Iterable[str]]) -> str:
    return " ".join(dict.fromkeys([verb, *map(fold, forms(verb))])) + "\n"


def write_tables() -> None:
    """Write the tables of all languages anew."""
    for language in LANGUAGES:
        path_of(language).write_text(table_of(language), encoding="utf-8", newline="\n")
