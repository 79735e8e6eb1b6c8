"""The example as it was drafted: nine objectives, and each flaw as often as its table tells."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

from okrcli.checks.run import check
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.workspace import load_plan
from tests.render.golden import assert_golden

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 11, 20)


@cache
def drafted() -> Plan:
    return load_plan(EXAMPLES / "as-drafted")


@cache
def found() -> tuple[Finding, ...]:
    return check(drafted(), TODAY)


def found_by(code: str) -> list[Finding]:
    return [each for each in found() if each.rule.code == code]


def drafted_key_results() -> list[KeyResult]:
    return [each for objective in drafted().objectives for each in objective.key_results]


def drafted_text() -> str:
    files = (EXAMPLES / "as-drafted").rglob("*.yaml")
    return "".join(each.read_text(encoding="utf-8") for each in files)


def without_baseline(key_result: KeyResult) -> bool:
    return getattr(key_result, "baseline", None) is None


def is_bare(objective: Objective) -> bool:
    return not (
        objective.parent
        or objective.team
        or objective.why
        or objective.impact
        or objective.approved_by
        or objective.owner
    )


def told_counts() -> dict[str, int]:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .+ \| ([A-Z]\d{3}) \| (\d+) \|$", text, re.MULTILINE)
    return {code: int(count) for code, count in rows}


def test_as_drafted_has_nine_objectives_and_27_key_results() -> None:
    assert (len(drafted().objectives), len(drafted_key_results())) == (9, 27)


def test_check_finds_each_flaw_as_often_as_the_table_tells() -> None:
    assert Counter(each.rule.code for each in found()) == told_counts()


def test_findings_are_the_golden_ones() -> None:
    lines = (
        f"{each.place.path}:{each.place.line}:{each.place.column}: {each.severity} "
        f"{each.rule.code} {each.rule.name}: {each.message}\n"
        for each in found()
    )
    assert_golden("as-drafted.txt", "".join(lines))


def test_as_drafted_names_no_year_and_no_due_date() -> None:
    assert all(each.due is None for each in drafted_key_results())
    assert not re.search(r"\b20\d\d\b", drafted_text())


def test_every_key_result_without_a_baseline_is_found() -> None:
    bare = {
        objective.ref_of(each)
        for objective in drafted().objectives
        for each in objective.key_results
        if without_baseline(each)
    }
    assert len(bare) == 26
    assert {each.ref for each in found_by("M202")} == bare


def test_as_drafted_keeps_the_one_baseline_that_was_stated() -> None:
    (stated,) = [each for each in drafted_key_results() if not without_baseline(each)]
    assert stated.id == "nps"


def test_objectives_say_nothing_but_their_title() -> None:
    assert all(map(is_bare, drafted().objectives))


def test_ambiguous_percentages_are_those_of_percentages() -> None:
    refs = {(each.ref or "").split("/", 1)[1] for each in found_by("M204")}
    assert refs == {
        "clientes-mas-contentos/csat",
        "lealtad/retencion",
        "ventas-eficientes/cierres",
        "decisiones/previsiones",
    }


def test_conflict_is_about_csat() -> None:
    (conflict,) = found_by("R406")
    assert "servicio/csat-atencion" in conflict.message
    assert conflict.ref == "2026-Q3/clientes-mas-contentos/csat"


def test_placeholder_is_found_in_the_title_and_in_the_target() -> None:
    assert {each.ref for each in (*found_by("S104"), *found_by("E002"))} == {"2026/mercados/paises"}
    (target,) = found_by("E002")
    assert "$X" in target.message


def test_deadlines_that_do_not_end_with_their_cycle_are_errors() -> None:
    severities = Counter(each.severity for each in found_by("T503"))
    assert severities == {Severity.ERROR: 10, Severity.INFO: 7}
    assert sum(drafted_text().count(f" {n} trimestre") for n in ("segundo", "primer")) == 4


def test_all_look_alikes_of_a_comma_are_in_one_text() -> None:
    (odd,) = found_by("S109")
    assert "5 times" in odd.message
    assert drafted_text().count("\u201a") == 5
