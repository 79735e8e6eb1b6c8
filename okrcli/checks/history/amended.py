"""Where amendments lead: from what was agreed to what holds now."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol


class AnyAmendment(Protocol):
    """An open change of a field, whatever it is a field of."""

    @property
    def date(self) -> date:
        """From when on."""

    @property
    def field(self) -> str:
        """Which field."""

    @property
    def was(self) -> Any:
        """Its value before; `None` when it had none."""

    @property
    def now(self) -> Any:
        """Its value since then; `None` when it has none any more."""


def apply_amendments(
    value: Any, field: str, amendments: Iterable[AnyAmendment], absent: Any = None
) -> Any:
    """Return what *value* became by one of the *amendments* of *field* after the other.

    Args:
        value: What was agreed.
        field: Its name.
        amendments: Those that came since then.
        absent: What the field is when it has no value.
    """
    for amendment in sorted(amendments, key=lambda amendment: amendment.date):
        if amendment.field == field:
            was, now = (absent if end is None else end for end in (amendment.was, amendment.now))
            value = now if was == value else value
    return value
