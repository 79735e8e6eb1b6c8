from dataclasses import replace

from tests.render.rules.drawn import RULES

SCHEMA, _ = RULES


def test_rule_is_called_by_code_and_name() -> None:
    assert SCHEMA.title == "E002 schema"


def test_passing_file_may_have_to_be_elsewhere() -> None:
    assert SCHEMA.passing_path == "kpis/nps.yaml"
    assert replace(SCHEMA, moved_to="kpis/csat.yaml").passing_path == "kpis/csat.yaml"


def test_author_is_named_where_it_matters_who_has_committed() -> None:
    assert SCHEMA.committer == ""
    assert replace(SCHEMA, author="eva@example.com").committer == ", committed by eva@example.com"
