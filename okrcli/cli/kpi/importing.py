"""The readings of several files: read, compared with those in force, and recorded as one commit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby, islice

from okrcli.actions.kpi.compare import Compared, compare, count_text, summary
from okrcli.actions.kpi.import_origins import Origin
from okrcli.cli.messages import progress
from okrcli.cli.table_options import table_of
from okrcli.compute.timeline import Entries
from okrcli.errors import OkrError
from okrcli.history.message import build_message
from okrcli.model.plan import Plan
from okrcli.sources.base import SourceError
from okrcli.sources.readings import Readings, Sourced, readings_of

MANY = 50_000
"""So many readings take so long that people want to know what for."""

MOST_NAMED = 3
"""Of many files nobody reads every name."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What files hold.

    Attributes:
        compared: By KPI; empty where there are no readings at all.
        rows: The first ones.
    """

    compared: Sequence[Compared]
    rows: Sequence[Sourced]


def import_from(origins: Sequence[Origin], plan: Plan, today: date, *, rows: int) -> Imported:
    """Read *origins*, and compare what they hold with what is in force.

    Args:
        origins: Those of the same file must stand together.
        plan: The workspace.
        today: No reading is later.
        rows: How many of the first rows to keep.

    Raises:
        OkrError: A file cannot be read, or something in one is wrong; all problems are named.
    """
    found = _readings_in(origins, plan, today)
    count = sum(map(len, found))
    if not count:
        names = names_text(origins)
        raise OkrError(f"There is nothing to record in {names}.", "Look at its first lines.")
    if count >= MANY:
        progress(f"Comparing {count_text(count, 'reading')} …")
    readings = chain.from_iterable(each.readings for each in found)
    compared = compare(readings, Entries.of(plan))
    return Imported(compared, [*islice(chain.from_iterable(found), rows)])


def _readings_in(origins: Sequence[Origin], plan: Plan, today: date) -> Sequence[Readings]:
    found: list[Readings] = []
    errors: list[SourceError] = []
    for _, group in groupby(origins, key=lambda each: (each.path, each.format, each.table)):
        try:
            found.extend(_readings_of_file([*group], plan, today))
        except SourceError as error:
            errors.append(error)
    if len(errors) > 1:
        message, *details = (line for error in errors for line in error.lines)
        raise OkrError(message, details=details)
    if errors:
        raise errors[0]
    return found


def _readings_of_file(origins: Sequence[Origin], plan: Plan, today: date) -> Iterator[Readings]:
    """Give what each of *origins* takes from the one file that all of them are."""
    table = table_of(origins[0].path, origins[0].name, origins[0].format, origins[0].table)
    for origin in origins:
        yield readings_of(table, plan.kpis_by_id, origin.readings, today)


def names_text(origins: Sequence[Origin]) -> str:
    """Return the short names of the files, each once."""
    names = list(dict.fromkeys(each.short_name for each in origins))
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def import_message(origin: str, compared: Sequence[Compared], ids: Sequence[str]) -> str:
    """Return the message of the commit of *compared*, in check-ins with these *ids*."""
    most_first = sorted(compared, key=lambda each: each.count, reverse=True)
    recorded = [each for each in most_first if each.count]
    items = [f"{each.kpi} {count_text(each.count, 'reading')}" for each in recorded]
    notes = [f"{origin}.", "\n".join(map(summary, recorded))]
    return build_message("Import", items, notes, [("OKR-Checkin", each) for each in ids])
