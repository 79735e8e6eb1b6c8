"""`okr checkin --from`: all rows of a file, or none."""

import codecs
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import OpenPercentageError, item_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.report_changes import ReportChanges
from okrcli.actions.checkin.targets import target_of_row
from okrcli.errors import OkrError
from okrcli.next_step import NextStep, StepKind
from okrcli.sources import ENDINGS, table_in
from okrcli.sources.base import Problem, Problems, SourceError, TableOptions
from okrcli.sources.cells import Today
from okrcli.sources.checkins.report_rows import is_report, report_rows_of
from okrcli.sources.checkins.row_tables import HEADER_NAMES, rows_of
from okrcli.sources.checkins.rows import Row, rows_of_items
from okrcli.sources.headers import plain
from okrcli.sources.table import Table, unread_parts

MOST_ENTRIES = 20_000
"""The most entries of a check-in, which is one file that people read."""

_TOO_MANY = f"There are more than {MOST_ENTRIES:,} entries: split them into several files."
_YAML = ("yaml", "yml")
_LISTS = ("entries", "key_results", "readings")
_BEGINNING = re.compile(rb"\A((?:[ \t]*(?:#[^\r\n]*)?\r?\n)*)---[ \t]*(?=\r?\n)")
"""The mark of a document's beginning, behind comments only."""


class FileItems(NamedTuple):
    """What a file records.

    Attributes:
        remarks: What of it was not read, in sentences.
    """

    items: Sequence[Item]
    remarks: Sequence[str] = ()


def items_from(
    context: CheckinContext,
    name: str,
    content: bytes,
    columns: Mapping[str, str] = MappingProxyType({}),
) -> FileItems:
    """Return what the *content* of the file *name* records.

    Of a report that `okr` has written only what has been changed in it, which may be nothing.

    Args:
        context: Knows what there is.
        name: For messages; its end may tell the format.
        content: The whole file.
        columns: The names of columns by field, where nothing else tells them.

    Raises:
        SourceError: Something in it cannot be recorded; every line is named.
    """
    if _is_yaml(name, content):
        return FileItems(_items_of(context, name, _yaml_rows(name, content)))
    mapped = frozenset(map(plain, columns.values()))
    table = table_in(name, content, TableOptions(names=HEADER_NAMES._replace(mapped=mapped)))
    if is_report(table) and not columns:
        return _changes_in(context, table)
    read = rows_of(table, Today(context.today, context.zone), columns)
    return FileItems(_items_of(context, name, read.rows, read.problems), read.remarks)


def _changes_in(context: CheckinContext, table: Table) -> FileItems:
    changes, problems = ReportChanges(context), Problems()
    rows: list[Row] = []
    for row in report_rows_of(table, Today(context.today, context.zone)):
        try:
            changed = changes.row_of(row)
        except OkrError as error:
            problems.add(Problem(row.line, error.message, error.hints))
        else:
            rows += [changed] if changed else []
    if problems:
        raise SourceError(table.name, problems)
    return FileItems(_items_of(context, table.name, rows) if rows else (), (*unread_parts(table),))


def _items_of(
    context: CheckinContext, name: str, rows: Sequence[Row], wrong: Sequence[Problem] = ()
) -> Sequence[Item]:
    """Return what *rows* record, when nothing is wrong with them, nor with others of the file.

    Raises:
        SourceError: Something is; every line is named.
    """
    if not rows and not wrong:
        raise SourceError(name, [Problem(1, "It contains nothing to record.")])
    if len(rows) > MOST_ENTRIES:
        raise SourceError(name, [_too_many(rows[MOST_ENTRIES].line)])
    found = [_item_or_error(context, row) for row in rows]
    beyond = {key for item in found if isinstance(item, Item) for key in _beyond_one(item)}
    items: list[Item] = []
    problems = Problems(wrong)
    for row, read in zip(rows, found, strict=True):
        item = read
        if isinstance(read, OpenPercentageError):
            item = _as_percentage(context, row, beyond)
        if isinstance(item, Item):
            items.append(item)
        else:
            problems.add(Problem(row.line, item.message, item.hints))
    if problems or (problems := Problems(_find_repeated(rows, items))):
        raise SourceError(name, problems)
    return items


def _item_or_error(context: CheckinContext, row: Row) -> Item | OkrError:
    try:
        return item_of(context, target_of_row(context, row), row)
    except OkrError as error:
        return error


def _as_percentage(context: CheckinContext, row: Row, beyond: Collection[str]) -> Item | OkrError:
    """Return what *row* says with the sign of a percentage, if values beside it have to be some."""
    item = _item_or_error(context, replace(row, value=f"{row.value} %"))
    if isinstance(item, Item) and not any(key in beyond for key, *_ in item.keys):
        return _item_or_error(context, row)
    return item


def _beyond_one(item: Item) -> Iterator[str]:
    """Give what *item* is about, where its value cannot be a share of 1."""
    said = (recorded.value for recorded in (item.entry, item.reading) if recorded)
    if any(value is not None and abs(value) > 1 for value in said):
        yield from (key for key, *_ in item.keys)


def _too_many(line: int) -> Problem:
    return Problem(line, _TOO_MANY, (NextStep(StepKind.IMPORT_FILE),))


def _is_yaml(name: str, content: bytes) -> bool:
    kind = Path(name).suffix.lower().removeprefix(".")
    return kind in _YAML or (kind not in ENDINGS and _looks_like_yaml(content))


def _looks_like_yaml(content: bytes) -> bool:
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    first = next((line.strip() for line in lines if line.strip()), "")
    return bool(re.match(r"- |#|---|\w+:(\s|$)", first))


def _yaml_rows(name: str, content: bytes) -> Sequence[Row]:
    """Read a list of entries, or lists of them under the keys of a check-in file."""
    from okrcli.storage.yaml.reader import read  # noqa: PLC0415  imports the YAML parser

    # The mark of the document would end up below the key.
    content = _BEGINNING.sub(rb"\1", content.removeprefix(codecs.BOM_UTF8), count=1)
    lines = map(bytes.lstrip, content.splitlines())
    is_list = next((line.startswith(b"-") for line in lines if _says_something(line)), False)
    # Only mappings are read: a list becomes one under a key of its own, one line further down.
    document = read(name, b"entries:\n" + content if is_list else content)
    added = 1 if is_list else 0
    if document.findings:
        found = [
            Problem(finding.place.line - added, finding.message) for finding in document.findings
        ]
        raise SourceError(name, found)
    unknown = [key for key in document.data if key not in _LISTS]
    if unknown:
        line = document.key_place((unknown[0],)).line
        known = ", ".join(_LISTS)
        raise SourceError(name, [Problem(line, f"'{unknown[0]}' is not one of {known}.")])
    places = [
        (document.place((key, position)).line - added, item)
        for key, items in document.data.items()
        for position, item in enumerate(items if isinstance(items, list) else [items])
    ]
    return rows_of_items(name, places)


def _says_something(line: bytes) -> bool:
    return bool(line) and not line.startswith((b"#", b"---"))


def _find_repeated(rows: Sequence[Row], items: Sequence[Item]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for row, item in zip(rows, items, strict=True):
        for key in item.keys:
            if key in seen:
                yield Problem(row.line, f"{key[0]} is already on line {seen[key]}.")
            seen.setdefault(key, row.line)
