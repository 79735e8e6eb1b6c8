"""The ready definitions of KPIs: all, one, or those that fit a wish."""

from datetime import date

from okrcli.compute.kpis.suggestion import suggest, theme_names
from okrcli.errors import UsageError
from okrcli.model.catalog import CATALOG, entry_named
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.views.catalog import CatalogView


def catalog(name: str | None, language: Language) -> CatalogView:
    """Return the entry *name* explained, or all of them.

    Raises:
        UsageError: The catalogue has no such entry.
    """
    entries = [entry_named(name)] if name else list(CATALOG.values())
    return CatalogView(entries, language, explained=bool(name))


def catalog_for(wanted: str, plan: Plan | None, day: date, language: Language) -> CatalogView:
    """Return the entries that fit *wanted*, a theme, a team or an objective, the best first.

    Raises:
        UsageError: No entry fits.
    """
    cycle = plan.report_cycle(day) if plan else None
    found = suggest(wanted, plan, cycle.id if cycle else None, language)
    if not found:
        raise UsageError(
            f"The catalogue has nothing for '{wanted}'.",
            f"It has KPIs for {', '.join(theme_names(language))}; you can also name a team or"
            " an objective.",
        )
    suggestions = {suggestion.entry.id: suggestion for suggestion in found}
    entries = [suggestion.entry for suggestion in found]
    return CatalogView(entries, language, suggestions=suggestions)
