"""Plain data to records; validation errors become findings with places."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from okrcli.model.base import Record
from okrcli.model.finding import BAD_READING, SCHEMA, Finding, Location
from okrcli.model.key_results import KEY_RESULT_TYPES
from okrcli.nearest import did_you_mean, nearest
from okrcli.printable import inert_value
from okrcli.storage.records.known_keys import known_keys
from okrcli.storage.records.pruning import PrunedData, at, data_location
from okrcli.storage.records.sentences import choices, join_names, predicate, subject, with_value
from okrcli.storage.yaml.document import Document

RecordT = TypeVar("RecordT", bound=Record)

_MOST_PROBLEMS = 100
_INJECTED = {
    "id": "the id is the file's name",
    "path": "the path is where the file stands",
    "cycle": "the cycle is the folder's name",
}


class ValidationResult(NamedTuple, Generic[RecordT]):
    """The record that was made from a file, and what had to be left out.

    Attributes:
        record: The record; `None` if a required part is missing.
        complete: Whether no item of the file had to be left out.
        refused: The items of lists at the root that were left out, in the order of the file.
    """

    record: RecordT | None
    findings: tuple[Finding, ...] = ()
    complete: bool = True
    refused: tuple[Location, ...] = ()


def record_of(
    model: type[RecordT],
    document: Document,
    injected: Mapping[str, str],
    *,
    whole_items: bool = False,
) -> ValidationResult[RecordT]:
    """Return the record in *document*, without invalid optional keys and list items.

    Args:
        model: The kind of record.
        document: A readable file.
        injected: The fields that come from the file's path, such as the id; not keys of the file.
        whole_items: Whether an item of a list at the root with an invalid part is left out as a
            whole, rather than only that part.
    """
    made = document.ready
    if made is not None and (ready := _ready_record(model, made, injected)) is not None:
        return ValidationResult(ready)
    stated = document.data
    data = {**stated, **injected}
    is_plain = len(data) == len(stated) + len(injected)
    foreign = () if is_plain else tuple(_foreign_keys(document, injected))
    pruned = None
    if whole_items and document.flawed:
        pruned = PrunedData(data, whole_items=True)
        pruned.remove(document.flawed)
    try:
        record = model.model_validate(pruned.data if pruned else data)
    except ValidationError as error:
        explainer = _Explainer(model, document, data, injected)
        pruned = pruned or PrunedData(data, whole_items=whole_items)
        return _prune(model, explainer, pruned, error, foreign)
    if pruned is None:
        return ValidationResult(record, foreign)
    return ValidationResult(record, foreign, not pruned.lost_items, pruned.root_items)


def _ready_record(
    model: type[RecordT], ready: Mapping[str, Any], injected: Mapping[str, str]
) -> RecordT | None:
    """Return the record whose entries are *ready*, not validated again; `None` on errors."""
    if ready.keys() & injected:
        return None
    try:
        return model.model_validate({**ready, **injected})
    except ValidationError:
        return None


def _foreign_keys(document: Document, injected: Mapping[str, str]) -> Iterator[Finding]:
    for key in document.data:
        if key in injected:
            yield Finding.of(
                SCHEMA,
                document.key_place((key,)),
                f"`{key}` cannot be a key of this file: {_INJECTED[key]}.",
                "Remove the line.",
                location=(key,),
            )


def _prune(
    model: type[RecordT],
    explainer: "_Explainer",
    pruned: PrunedData,
    error: ValidationError,
    findings: tuple[Finding, ...],
) -> ValidationResult[RecordT]:
    """Remove what is invalid until the rest is a record; each round removes something more."""
    while True:
        errors = [
            (details, pruned.original(location))
            for details in error.errors(include_url=False, include_input=False)
            if not _only_counts(
                details, pruned.data, location := data_location(pruned.data, details)
            )
        ]
        genuine = [error for error in errors if not pruned.is_consequence(*error)]
        findings += tuple(explainer.findings(genuine))
        if not pruned.remove(location for _, location in errors):
            return ValidationResult(None, findings, complete=False)
        try:
            record = model.model_validate(pruned.data)
        except ValidationError as next_error:
            error = next_error
        else:
            return ValidationResult(record, findings, not pruned.lost_items, pruned.root_items)


def _only_counts(error: Mapping[str, Any], data: Any, location: Location) -> bool:
    """Return whether *error* says that a list is too short because its items are wrong."""
    return error["type"] == "too_short" and bool(at(data, location))


_Error = tuple[Mapping[str, Any], Location]


class _Explainer:
    """Reports what is wrong in one file."""

    def __init__(
        self,
        model: type[Record],
        document: Document,
        data: dict[str, Any],
        injected: Mapping[str, str],
    ) -> None:
        self.data = data
        self._model = model
        self._document = document
        self._injected = injected

    def findings(self, errors: Iterable[_Error]) -> Iterator[Finding]:
        errors = list(errors)
        meant = {
            (*location[:-1], self._nearest_key(location))
            for error, location in errors[:_MOST_PROBLEMS]
            if error["type"] == "extra_forbidden"
        }
        for error, location in errors[:_MOST_PROBLEMS]:
            # A misspelt key is told once, not also as the missing one.
            if error["type"] != "missing" or location not in meant:
                yield self._finding(error, location)
        if more := len(errors[_MOST_PROBLEMS:]):
            message = f"The file has {more:,} more problems."
            yield Finding.of(SCHEMA, self._document.place(), message, "Correct the others first.")

    def _finding(self, error: Mapping[str, Any], location: Location) -> Finding:
        message, hint = self._sentence(error, location)
        on_key = error["type"] == "extra_forbidden" or location[-1:] == ("[key]",)
        where = location[:-1] if location[-1:] == ("[key]",) else location
        if error["type"] == "union_tag_invalid":
            where = (*where, "type")
        place = self._document.key_place(where) if on_key else self._document.place(where)
        rule = BAD_READING if self._is_reading(error, location) else SCHEMA
        return Finding.of(rule, place, message, hint, self._ref(location), location=location)

    def _sentence(self, error: Mapping[str, Any], location: Location) -> tuple[str, str]:
        kind, value = error["type"], at(self.data, location)
        if kind == "extra_forbidden":
            return self._unknown_key(location)
        if kind == "missing":
            return self._missing_key(location)
        if kind == "union_tag_not_found":
            return self._missing_type(location)
        if kind == "union_tag_invalid":
            location = (*location, "type")
            value = at(self.data, location)
        if location[-1:] == ("[key]",):
            value = location[-2]
        sentence = f"{subject(location, value)} {predicate(error, value)}"
        return with_value(sentence, value), self._hint(error, value)

    def _unknown_key(self, location: Location) -> tuple[str, str]:
        message = f"There is no key `{inert_value(location[-1])}` here."
        if near := self._nearest_key(location):
            return message, f"Did you mean `{near}`?"
        known = self._known_keys(location[:-1])
        return message, f"The keys here are {join_names(known, 'and')}." if known else ""

    def _missing_key(self, location: Location) -> tuple[str, str]:
        if isinstance(location[-1], int):
            inside = at(self.data, location[:-1])
            return f"{subject(location[:-1], inside)} has too few items.", ""
        owner = location[:-1]
        inside = "" if not owner else f" in {_lower(subject(owner, at(self.data, owner)))}"
        return f"`{location[-1]}` is missing{inside}.", f"Add `{location[-1]}:` with its value."

    def _missing_type(self, location: Location) -> tuple[str, str]:
        named = _lower(subject(location, at(self.data, location)))
        first, *others = KEY_RESULT_TYPES
        hint = f"Add `type: {first}`, or {join_names(others, 'or')}."
        return f"`type` is missing in {named}.", hint

    def _hint(self, error: Mapping[str, Any], value: Any) -> str:
        allowed = error.get("ctx", {})
        expected = allowed.get("expected") or allowed.get("expected_tags")
        if isinstance(expected, str):
            return did_you_mean(str(value), choices(expected), 1, "`")
        if error["type"] == "number_quoted":
            from okrcli.storage.yaml.decimal_comma import (  # noqa: PLC0415  only for errors
                is_cut_number,
                point_hint,
            )

            if isinstance(value, str) and is_cut_number(value):
                return f"{point_hint(value)}, without quotes or a unit."
            return "Write the number alone, without quotes or a unit."
        if value is None:
            return "Fill it, or remove the key."
        if error["type"] == "string_type" and not isinstance(value, dict | list):
            return f'Put it in quotes: "{inert_value(value)}".'
        return ""

    def _nearest_key(self, location: Location) -> str | None:
        known = self._known_keys(location[:-1])
        return next(iter(nearest(str(location[-1]), known)), None)

    def _known_keys(self, location: Location) -> tuple[str, ...]:
        known = known_keys(self._model, self.data, location)
        return known if location else tuple(key for key in known if key not in self._injected)

    def _is_reading(self, error: Mapping[str, Any], location: Location) -> bool:
        return (
            location[-1:] == ("value",)
            and location[0] in {"key_results", "readings"}
            and error["type"] not in {"missing", "extra_forbidden"}
        )

    def _ref(self, location: Location) -> str | None:
        """Return the objective, key result or KPI that the error at *location* is about."""
        named_wrong = location[2:] in {("id",), ("key_result",), ("kpi",)}
        if location[:1] in {("key_results",), ("readings",)} and not named_wrong:
            item = at(self.data, location[:2])
            if isinstance(item, dict):
                return self._ref_of_item(item)
        return self._own_ref()

    def _ref_of_item(self, item: Mapping[str, Any]) -> str | None:
        named = item.get("key_result") or item.get("id") or item.get("kpi")
        if not isinstance(named, str):
            return self._own_ref()
        return f"{self._own_ref()}/{named}" if "cycle" in self._injected else named

    def _own_ref(self) -> str | None:
        injected = self._injected
        if "cycle" in injected:
            return f"{injected['cycle']}/{injected['id']}"
        is_kpi = self._document.path.startswith("kpis/")
        return injected["id"] if is_kpi else None


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
