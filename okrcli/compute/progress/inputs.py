"""What people fill in to make a key result, as its type asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from okrcli.compute.amounts import amount_of


def keep_text(text: str, unit: str | None) -> str:
    """Return *text*, which the record reads itself."""
    return text


@dataclass(frozen=True, slots=True)
class Input:
    """One field that people fill in.

    Attributes:
        field: The record's.
        help: What it is, in a few words.
        form: How it is written; `None` for any text.
        name: What one value of it is called, where that is not the field's own name.
        read: Makes the field's value of a text, or the item of a list; knows the values' unit.
        is_day: Whether it is a day, which is read as other days are.
        is_list: Whether there may be several, each with a text of its own.
        calls_for_type: Whether whoever fills it in means a key result of this type.
        question: Asks for it; empty where nobody is asked. `{number}` counts those of a list.
        question_with_kpi: The same where the key result has a KPI, which may answer it.
        is_optional: Whether it may be left empty.
        instead: The field that makes this one needless.
    """

    field: str
    help: str
    form: str | None = None
    name: str = ""
    read: Callable[[str, str | None], Any] = amount_of
    is_day: bool = False
    is_list: bool = False
    calls_for_type: bool = True
    question: str = ""
    question_with_kpi: str = ""
    is_optional: bool = False
    instead: str = ""


class Missing(NamedTuple):
    """What is missing to make a key result.

    Attributes:
        hint: What to fill in; each `{field}` stands for what the field is called where one does.
    """

    message: str
    hint: str
