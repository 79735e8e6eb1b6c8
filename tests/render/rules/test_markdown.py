from tests.render.rules.drawn import rendered


def test_markdown_table_has_a_row_for_each_rule() -> None:
    lines = rendered("markdown", explained=False).splitlines()

    assert lines[2:] == [
        "| E002 | schema | error | error | error |  |",
        "| S109 | odd-characters | info | info | warning | yes |",
    ]
