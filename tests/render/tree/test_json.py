"""The tree for programs."""

import json

from okrcli.render.tree.json import SCHEMA
from tests.render.golden import assert_golden
from tests.render.tree.drawn import drawn


def test_tree_in_json_is_the_golden_one() -> None:
    assert_golden("tree.json", drawn("json"))


def test_tree_in_json_names_what_hangs_in_the_air() -> None:
    document = json.loads(drawn("json"))
    assert document["schema"] == SCHEMA
    assert document["orphans"] == ["2026-Q4/alone"]
    assert document["unowned"] == ["2026-Q4/cx/nps"]
    assert [child["ref"] for child in document["roots"][0]["children"]] == [
        "2026-Q4/cx",
        "2026-Q4/late",
    ]
