"""Sheets of a small plan, and the pen that draws them."""

from datetime import date
from typing import Any

from okrcli.actions.show import sheet_of
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.base import Record
from okrcli.model.key_results import KeyResult
from okrcli.render import RenderOptions
from okrcli.render.drawing.pen import Pen
from okrcli.views.sheets import KeyResultSheet, KpiSheet, ObjectiveSheet
from tests.builders import a_kpi, a_plan, an_objective

DAY = date(2026, 11, 20)


def pen(width: int = 80, **options: Any) -> Pen:
    return Pen.of(RenderOptions(COMMAND_LINE, width=width, **options))


def of_key_result(key_result: KeyResult, *records: Record, **fields: Any) -> KeyResultSheet:
    """Return the sheet of a key result of an objective with *fields*."""
    objective = an_objective(key_result, **fields)
    sheet = sheet_of(a_plan(objective, *records), (objective, key_result), DAY)
    assert isinstance(sheet, KeyResultSheet)
    return sheet


def of_objective(*key_results: KeyResult, **fields: Any) -> ObjectiveSheet:
    objective = an_objective(*key_results, **fields)
    sheet = sheet_of(a_plan(objective), objective, DAY)
    assert isinstance(sheet, ObjectiveSheet)
    return sheet


def of_kpi(*records: Record, **fields: Any) -> KpiSheet:
    kpi = a_kpi(**fields)
    sheet = sheet_of(a_plan(kpi, *records), kpi, DAY)
    assert isinstance(sheet, KpiSheet)
    return sheet
