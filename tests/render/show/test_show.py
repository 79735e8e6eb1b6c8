from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.show import SHOW_FORMATS, sheet_json, sheet_table
from tests.builders import a_key_result
from tests.render.show.sheets import of_key_result


def test_sheet_is_rendered_by_the_module_of_its_format() -> None:
    sheet, options = of_key_result(a_key_result()), RenderOptions(COMMAND_LINE)

    assert {name: render(sheet, options) for name, render in SHOW_FORMATS.items()} == {
        "table": sheet_table.render(sheet, options),
        "json": sheet_json.render(sheet, options),
    }
