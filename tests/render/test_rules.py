"""Every format of rules, whole."""

import pytest

from okrcli.render import RULE_FORMATS
from tests.render.golden import assert_golden
from tests.render.rules.drawn import rendered

FILES = {"text": "rules.txt", "markdown": "rules.md", "json": "rules.json"}


@pytest.mark.parametrize("name", FILES)
def test_explained_rules_are_the_golden_ones(name: str) -> None:
    assert_golden(FILES[name], rendered(name, explained=True))


def test_every_format_of_rules_has_a_golden_file() -> None:
    assert set(FILES) == set(RULE_FORMATS)
