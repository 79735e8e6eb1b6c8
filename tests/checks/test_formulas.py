"""E004 of formulas: each is arithmetic over KPIs that there are, and goes in no loop."""

import pytest

from okrcli.checks.run import structure_findings
from tests.checks.workspaces import found_by, loaded, where

CLV, CAC = {"kpis/clv.yaml": "title: CLV\n"}, {"kpis/cac.yaml": "title: CAC\n"}
RATIO = "kpis/ratio.yaml"


def _ratio(formula: str, more: str = "") -> dict[str, str]:
    return {**CLV, **CAC, RATIO: f"title: Ratio\nformula: {formula}\n{more}"}


@pytest.mark.parametrize(
    "formula", ["clv / cac", "100 * (clv - cac) / max(clv, 1)", "-clv + abs(cac)"]
)
def test_arithmetic_over_kpis_is_fine(formula: str) -> None:
    assert found_by("E004", _ratio(formula)) == []


@pytest.mark.parametrize(
    ("formula", "message", "hint"),
    [
        ("clvv / cac", "There is no KPI 'clvv'.", "Did you mean 'clv'?"),
        (
            "clv / zzz",
            "There is no KPI 'zzz'.",
            "Define it in kpis/zzz.yaml, or correct the name.",
        ),
        (
            "clv /",
            (
                "The formula cannot be read: a value, an operator or a parenthesis is missing or"
                " extra."
            ),
            "Write arithmetic over the ids of KPIs, as in `clv / cac`.",
        ),
        (
            "clv / ratio",
            "The formulas form a loop: ratio → ratio.",
            "Compute one of them from readings alone, or record it.",
        ),
        (
            "1 + 2",
            "The formula names no KPI, so its value never changes.",
            "Name what it is computed from, as in `clv / cac`, or record readings instead.",
        ),
        (
            "clv % cac",
            (
                "'%' is not allowed in a formula, which has names of KPIs, numbers, + - * / and "
                "parentheses."
            ),
            "Write arithmetic over the ids of KPIs, as in `clv / cac`.",
        ),
    ],
)
def test_formula_that_computes_nothing_is_found_at_its_line(
    formula: str, message: str, hint: str
) -> None:
    (finding,) = found_by("E004", _ratio(formula))
    assert (finding.message, finding.hint) == (message, hint)
    assert where([finding]) == [("E004", 2, RATIO)]
    assert finding.ref == "ratio"


def test_each_unknown_name_of_a_formula_is_found() -> None:
    findings = found_by("E004", _ratio("clx / cax + clx"))
    assert [each.message for each in findings] == [
        "There is no KPI 'clx'.",
        "There is no KPI 'cax'.",
    ]


def test_loop_of_formulas_is_found_once_with_its_path() -> None:
    formulas = {"a": "b / cac", "b": "cac * c", "c": "a + b", "d": "a + 1", "e": "f", "f": "e"}
    files = {f"kpis/{name}.yaml": f"title: K\nformula: {each}\n" for name, each in formulas.items()}
    findings = found_by("E004", {**files, **CAC})
    assert [each.message for each in findings] == [
        "The formulas form a loop: a → b → c → a.",
        "The formulas form a loop: e → f → e.",
    ]
    assert [each.place.path for each in findings] == ["kpis/a.yaml", "kpis/e.yaml"]


def test_each_kpi_in_a_loop_is_in_a_loop_that_is_told() -> None:
    formulas = {"a": "b + d", "b": "a", "c": "d", "d": "a + c"}
    files = {f"kpis/{name}.yaml": f"title: K\nformula: {each}\n" for name, each in formulas.items()}
    findings = found_by("E004", files)
    assert [each.message for each in findings] == [
        "The formulas form a loop: a → b → a.",
        "The formulas form a loop: c → d → c.",
    ]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("segments", "segments: [chat]\n"),
        ("survey", "survey: {type: nps}\n"),
        ("source", "source: {file: data/ratio.csv}\n"),
    ],
)
def test_what_says_how_a_computed_kpi_is_read_is_found(key: str, text: str) -> None:
    (finding,) = found_by("E004", _ratio("clv / cac", text))
    assert finding.message == f"ratio is computed by its `formula`, so its `{key}` is never used."
    assert where([finding]) == [("E004", 3, RATIO)]


def test_name_in_a_formula_whose_file_cannot_be_read_is_told_by_that_file_alone() -> None:
    files = {**_ratio("clv / cac"), "kpis/cac.yaml": "title: [\n"}
    assert found_by("E004", files) == []
    plan = loaded(files)
    assert [each.place.path for each in plan.findings] == ["kpis/cac.yaml"]


def test_report_finds_bad_formulas_too() -> None:
    findings = structure_findings(loaded(_ratio("clv / kac")))
    assert where(findings) == [("E004", 2, RATIO)]


COST = (
    "title: Cost of a customer\nunit: EUR\ndirection: down\nbounds: [0, 1000]\nbaseline: 500\n"
    "formula: cost / customers\n"
)


@pytest.mark.parametrize(
    ("code", "fields", "count"),
    [
        ("M203", "target: 400", 0),
        ("M203", "target: 400, unit: h", 1),
        ("M207", "target: 400", 0),
        ("M207", "change: -120% of baseline", 1),
        ("M202", "target: 400", 0),
        ("R407", "target: 400", 1),
        ("R407", "target: 400, guards: [csat]", 0),
        ("R406", "target: 300", 0),
        ("R406", "target: 400", 1),
    ],
)
def test_key_result_on_a_computed_kpi_is_judged_as_any_other(
    code: str, fields: str, count: int
) -> None:
    files = {
        "kpis/cac.yaml": COST,
        "kpis/csat.yaml": "title: CSAT\n",
        **{f"kpis/{name}.yaml": "title: K\n" for name in ("cost", "customers")},
        "objectives/2026-Q4/a.yaml": f"title: A\nkey_results:\n  - {_cut(fields)}\n",
        "objectives/2026-Q4/b.yaml": f"title: B\nkey_results:\n  - {_cut('target: 300')}\n",
    }
    found = [each for each in found_by(code, files) if "2026-Q4/a/" in each.message]
    assert len(found) == count


def _cut(fields: str) -> str:
    return f"{{id: cac, title: Cut the cost of a customer, type: metric, kpi: cac, {fields}}}"
