from tests.render.rules.drawn import rendered


def test_rules_are_one_line_each_unless_explained() -> None:
    assert rendered("text", explained=False) == (
        "E002  schema                    error\n"
        "S109  odd-characters            off      fixed by okr check --fix\n"
    )
