"""The example as it was drafted: nine objectives, and each flaw as often as its table tells."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from okrcli.checks.run import check
from okrcli.model.finding import Severity
from okrcli.model.key_results import KeyResult, Metric
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.workspace import load_plan

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 11, 20)


@cache
def drafted() -> Plan:
    return load_plan(EXAMPLES / "as-drafted")


def drafted_key_results() -> list[KeyResult]:
    return [each for objective in drafted().objectives for each in objective.key_results]


def drafted_titles() -> list[str]:
    return [each.title for each in drafted_key_results()]


def drafted_text() -> str:
    files = (EXAMPLES / "as-drafted").rglob("*.yaml")
    return "".join(each.read_text(encoding="utf-8") for each in files)


def titles_with(pattern: str) -> int:
    return sum(bool(re.search(pattern, title)) for title in drafted_titles())


def metrics_with_change(kind: str) -> int:
    changes = [each.change for each in drafted_key_results() if isinstance(each, Metric)]
    return sum(change is not None and change.kind == kind for change in changes)


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


TASK = (
    "^(Implementar|Crear|Desarrollar|Desarrolle|Diseñe|Organizar|Establecer|Automatizar|Participar)"
)
VAGUE = "^(Para )?([Pp]otenciar|Mejorar|reforzar|Fortalecer|Impulsar|Consolidar|Стать лидером)"
JOINED = " (que|y) "
DEADLINE = "trimestre|fin de año|año fiscal|cuatro meses|квартала"

FLAWS: Mapping[str, Callable[[], int]] = {
    "key result without a baseline": lambda: sum(map(without_baseline, drafted_key_results())),
    "key result that begins with a task, not a result": lambda: titles_with(TASK),
    "key result that says two things at once": lambda: titles_with(JOINED),
    "deadline only in words, without a year": lambda: titles_with(DEADLINE),
    "key result without any deadline": lambda: len(drafted_titles()) - titles_with(DEADLINE),
    "change in percent that could be percentage points or a share of the baseline": lambda: (
        metrics_with_change("percent")
    ),
    "customer lifetime value in percent": lambda: titles_with(r"CLV del \d+ %"),
    "key results on the same CSAT, with conflicting targets": lambda: sum(
        each.kpi == "csat" for each in drafted_key_results()
    ),
    "placeholder for a target": lambda: drafted_text().count("target: $X"),
    "money without a currency": lambda: sum(
        each.unit is None and each.kpi is None for each in drafted_key_results()
    ),
    "key result without an owner": lambda: sum(
        each.owner is None for each in drafted_key_results()
    ),
    "objective without a parent, a team, a reason or an approval": lambda: sum(
        map(is_bare, drafted().objectives)
    ),
    "objective that begins with a vague verb": lambda: sum(
        bool(re.search(VAGUE, each.title)) for each in drafted().objectives
    ),
    "look-alike of a comma (U+201A)": lambda: drafted_text().count("\u201a"),
}


def told_flaws() -> dict[str, int]:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    return {
        flaw: int(count) for flaw, count in re.findall(r"^\| (.+) \| (\d+) \|$", text, re.MULTILINE)
    }


def test_as_drafted_has_nine_objectives_and_27_key_results() -> None:
    assert (len(drafted().objectives), len(drafted_titles())) == (9, 27)


@pytest.mark.parametrize("flaw", FLAWS)
def test_as_drafted_has_each_flaw_as_often_as_told(flaw: str) -> None:
    assert FLAWS[flaw]() == told_flaws()[flaw]


def test_every_flaw_that_is_told_is_counted() -> None:
    assert told_flaws().keys() == FLAWS.keys()


def test_as_drafted_names_no_year_and_no_due_date() -> None:
    assert all(each.due is None for each in drafted_key_results())
    assert not re.search(r"\b20\d\d\b", drafted_text())


def test_as_drafted_keeps_the_one_baseline_that_was_stated() -> None:
    (stated,) = [each for each in drafted_key_results() if not without_baseline(each)]
    assert stated.id == "nps"


def test_as_drafted_fails_the_check_at_its_placeholder() -> None:
    (failure,) = check(drafted(), TODAY, select=["E"])
    assert (failure.rule.name, failure.severity) == ("schema", Severity.ERROR)
    assert failure.place.path == "objectives/2026/mercados.yaml"
    assert "$X" in failure.message
