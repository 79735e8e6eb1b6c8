import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.kpis.parts import named_in_formulas, needed_by_key_results, parts_of
from tests.checks.workspaces import TODAY, loaded

KPIS = {
    "kpis/churn.yaml": "title: C\nformula: 100 * lost / customers\n",
    "kpis/broken.yaml": "title: B\nformula: other +\n",
    **{f"kpis/{name}.yaml": "title: P\n" for name in ("lost", "customers", "other", "nps")},
}


def context(**files: str) -> CheckContext:
    return CheckContext(
        loaded({**KPIS, **{f"kpis/{name}.yaml": text for name, text in files.items()}}), TODAY
    )


def with_key_result(fields: str, status: str = "active") -> CheckContext:
    key_result = f"{{id: a, title: A, type: binary, {fields}}}"
    text = f"title: A\nstatus: {status}\nkey_results:\n  - {key_result}\n"
    return CheckContext(loaded({**KPIS, "objectives/2026-Q4/cx.yaml": text}), TODAY)


def test_formulas_that_can_be_read_name_their_parts() -> None:
    assert named_in_formulas(context().plan) == {"lost", "customers"}
    assert named_in_formulas(loaded({"kpis/nps.yaml": "title: NPS\n"})) == frozenset()


@pytest.mark.parametrize(
    ("fields", "status", "needed"),
    [
        ("kpi: nps", "active", {"nps"}),
        ("guards: [nps, lost]", "draft", {"nps", "lost"}),
        ("kpi: nps", "closed", set()),
    ],
)
def test_open_key_results_need_their_kpi_and_their_guards(
    fields: str, status: str, needed: set[str]
) -> None:
    assert needed_by_key_results(with_key_result(fields, status)) == needed


def test_part_is_what_only_a_formula_needs() -> None:
    assert parts_of(context()) == {"lost", "customers"}
    assert parts_of(with_key_result("guards: [lost]")) == {"customers"}


@pytest.mark.parametrize("line", ["serves: [cx]", "target: {value: 3}"])
def test_kpi_that_aims_at_something_is_no_part(line: str) -> None:
    assert parts_of(context(lost=f"title: P\n{line}\n")) == {"customers"}
