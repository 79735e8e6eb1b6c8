"""One objective, key result or KPI with all that is known of it, as text."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from okrcli.render.options import RenderOptions

if TYPE_CHECKING:
    from okrcli.views.sheets import Sheet

SheetRenderer = Callable[["Sheet", RenderOptions], str]


def _sheet(module: str) -> SheetRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(sheet: "Sheet", options: RenderOptions) -> str:
        renderer: SheetRenderer = import_module(f"okrcli.render.show.{module}").render
        return renderer(sheet, options)

    return render


SHOW_FORMATS: Mapping[str, SheetRenderer] = {
    "table": _sheet("sheet_table"),
    "json": _sheet("sheet_json"),
}
