"""Ready definitions of KPIs. A new entry is one record in one of these files."""

from collections.abc import Mapping
from typing import Final

from okrcli.errors import UsageError
from okrcli.model.catalog.automation import AUTOMATION
from okrcli.model.catalog.contacts import CONTACT_WORK
from okrcli.model.catalog.customer_value import CUSTOMER_VALUE
from okrcli.model.catalog.effort import EFFORT
from okrcli.model.catalog.entry import CatalogEntry
from okrcli.model.catalog.loyalty import LOYALTY
from okrcli.model.catalog.margins import KEPT_AND_SPENT
from okrcli.model.catalog.participation import PARTICIPATION
from okrcli.model.catalog.revenue import EARNED
from okrcli.model.catalog.sales import SALES
from okrcli.model.catalog.satisfaction import SATISFACTION
from okrcli.model.catalog.usage import USAGE
from okrcli.model.catalog.waiting import WAITING
from okrcli.model.catalog.win_rates import WIN_RATES
from okrcli.nearest import did_you_mean
from okrcli.next_step import Hint, NextStep, StepKind

_GROUPS: Final = (
    SATISFACTION,
    EFFORT,
    LOYALTY,
    USAGE,
    CUSTOMER_VALUE,
    EARNED,
    KEPT_AND_SPENT,
    SALES,
    WIN_RATES,
    WAITING,
    CONTACT_WORK,
    PARTICIPATION,
    AUTOMATION,
)

CATALOG: Final[Mapping[str, CatalogEntry]] = {
    entry.id: entry for group in _GROUPS for entry in group
}
"""Every entry by its id."""

PREFIX: Final = "catalog:"
"""Optional prefix of an entry's id."""


def entry_named(name: str) -> CatalogEntry:
    """Return the entry with the id *name*, which may have the prefix.

    Raises:
        UsageError: The catalogue has no such entry.
    """
    entry = CATALOG.get(name.removeprefix(PREFIX))
    if entry is None:
        raise UsageError(f"The catalogue has no '{name.removeprefix(PREFIX)}'.", _hint(name))
    return entry


def _hint(name: str) -> Hint:
    wanted = name.removeprefix(PREFIX).casefold().replace("-", "_").replace(" ", "_")
    if question := did_you_mean(wanted, CATALOG):
        return question
    parts = [id_ for id_ in CATALOG if wanted and wanted in id_]
    return f"Did you mean {' or '.join(parts)}?" if parts else NextStep(StepKind.LIST_CATALOG)
