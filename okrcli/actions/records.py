"""Records from what was typed, with validation errors as one sentence."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from okrcli.errors import UsageError
from okrcli.storage.records.sentences import predicate

_Record = TypeVar("_Record", bound=BaseModel)


def parse_record(model: type[_Record], fields: Mapping[str, Any]) -> _Record:
    """Return the record with those of *fields* that are not `None` or empty.

    Raises:
        UsageError: A value is not valid for its field.
    """
    given = {name: value for name, value in fields.items() if value not in (None, "", (), [])}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise UsageError(refusal_text(error)) from None


def refusal_text(error: ValidationError) -> str:
    """Return the first error in *error* as a sentence."""
    problem = error.errors(include_input=False, include_url=False)[0]
    field = ".".join(str(part) for part in problem["loc"])
    return f"{f'`{field}`' if field else 'This'} {predicate(problem, ...)}."
