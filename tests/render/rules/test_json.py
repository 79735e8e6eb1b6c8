import json

from tests.render.rules.drawn import FAILING, rendered


def test_json_of_rules_is_the_same_explained_or_not() -> None:
    assert rendered("json", explained=True) == rendered("json", explained=False)
    document = json.loads(rendered("json", explained=False))
    assert document["schema"] == "okrcli.rules/1"
    assert document["rules"][1]["example"]["failing"] == FAILING
