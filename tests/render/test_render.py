"""The tables of formats: each name is that of a renderer, which is loaded when it is called."""

import subprocess
import sys

from okrcli import render
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REPORT_FORMATS, RenderOptions
from okrcli.render.report import csv
from tests.render.samples import a_report


def test_format_is_rendered_by_the_module_of_its_name() -> None:
    report, options = a_report(), RenderOptions(COMMAND_LINE)

    assert REPORT_FORMATS["csv"](report, options) == csv.render(report, options)


def test_every_table_of_formats_is_public() -> None:
    tables = {name for name in vars(render) if name.endswith("_FORMATS")}

    assert tables == {name for name in render.__all__ if name.endswith("_FORMATS")}


def test_no_renderer_is_loaded_before_it_is_called() -> None:
    code = "import sys, okrcli.render; print(*(m for m in sys.modules if 'okrcli.render.' in m))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["okrcli.render.options"]
