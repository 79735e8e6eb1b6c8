import pytest

from okrcli.checks.run import check
from tests.checks.workspaces import TODAY, loaded

CX = "objectives/2026-Q4/cx.yaml"


def _codes(fields: str, select: str) -> set[str]:
    text = f"title: A\nkey_results:\n  - {{id: a, title: A, {fields}}}\n"
    found = check(loaded({CX: text}), TODAY, select=[select])
    return {each.rule.code for each in found if each.rule.code != "E002"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("type: metric, target: $X", "M202"),
        ("type: metric, baseline: 1, target: $X", "M203"),
        ("type: metric, target: 2, weight: -1", "M202"),
    ],
)
def test_value_that_could_not_be_read_explains_only_itself(fields: str, code: str) -> None:
    assert _codes(fields, code) == {code}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("type: metric, baseline: 1, target: $X", "M201"),
        ("type: metric, basline: 1, target: 2", "M202"),
        ("type: metric, target: 2, baseline: forty", "M202"),
        ("type: metric, target: 2, kpi: [nps]", "M202"),
        ("type: metirc, target: 2", "M202"),
    ],
)
def test_what_was_not_read_is_not_also_called_missing(fields: str, code: str) -> None:
    assert _codes(fields, code) == set()


@pytest.mark.parametrize(("type_", "count"), [("metirc", 0), ("binary", 1)])
def test_key_result_that_could_not_be_read_is_not_called_too_few(type_: str, count: int) -> None:
    text = f"title: A\nkey_results:\n  - {{id: a, title: A, type: {type_}}}\n"
    found = check(loaded({CX: text}), TODAY, select=["A302"])
    assert len([each for each in found if each.rule.code == "A302"]) == count


def test_objective_with_a_wrong_value_is_not_told_what_it_lacks_twice() -> None:
    files = {CX: "title: A\nimpact: grwoth\nwhy: W\n"}
    assert check(loaded(files), TODAY, select=["R402"])[0].rule.code == "E002"
    assert len(check(loaded(files), TODAY, select=["R402"])) == 1
