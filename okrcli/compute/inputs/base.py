"""The fields that people fill in to create a key result of a type."""

from collections.abc import Callable
from typing import Any

from okrcli.compute.typed_values import typed_amount
from okrcli.frozen import frozen_dataclass


def keep_text(text: str, _unit: str | None) -> str:
    """Return *text* unchanged, which the record parses itself."""
    return text


@frozen_dataclass
class Input:
    """One field that people fill in.

    Attributes:
        field: The field of the record.
        help: What it is, in a few words.
        form: How it is written; `None` for any text.
        name: The name of a single value, if it is not the field's own name.
        read: Parses a text to the field's value, or to an item of the list; is given the values'
            unit.
        is_day: Whether it is a day, which is parsed like all days.
        is_list: Whether there may be several values, each with its own text.
        is_goalpost: Whether an amendment can change it.
        calls_for_type: Whether filling it in implies a key result of this type.
        question: The question that asks for it; empty if nobody is asked. `{number}` counts the
            items of a list.
        question_with_kpi: The question to ask instead if the key result has a KPI, which may supply
            the answer.
        is_optional: Whether it may be left empty.
        instead: The field that makes this one unnecessary.
    """

    field: str
    help: str
    form: str | None = None
    name: str = ""
    read: Callable[[str, str | None], Any] = typed_amount
    is_day: bool = False
    is_list: bool = False
    is_goalpost: bool = True
    calls_for_type: bool = True
    question: str = ""
    question_with_kpi: str = ""
    is_optional: bool = False
    instead: str = ""
