"""The catalogue as the formats draw it."""

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.catalog import CATALOG
from okrcli.model.settings import Language
from okrcli.render import CATALOG_FORMATS, RenderOptions
from okrcli.views.catalog import CatalogView


def rendered(view: CatalogView, name: str = "text", **options: int) -> str:
    return CATALOG_FORMATS[name](view, RenderOptions(COMMAND_LINE, **options))  # type: ignore[arg-type]


def whole(language: Language = "en") -> CatalogView:
    return CatalogView(tuple(CATALOG.values()), language)


def explained(entry: str, language: Language = "en") -> CatalogView:
    return CatalogView((CATALOG[entry],), language, explained=True)
