import pytest

from okrcli.model.finding import Severity
from tests.checks.workspaces import found_by


def _found(
    title: str, cycle: str, due: str = "", several: bool = True, settings: str = ""
) -> list[Severity]:
    key_result = f'  - {{id: a, title: "{title}", type: binary{due}}}\n'
    files = {
        "okr.yaml": f"version: 1\n{settings}",
        f"objectives/{cycle}/cx.yaml": f"title: A\nkey_results:\n{key_result}",
    }
    if several:
        files["objectives/2025-Q1/old.yaml"] = "title: A\n"
    return [each.severity for each in found_by("T503", files)]


UNCLEAR = [
    ("NPS of 60 in four months", "2026-Q4"),
    ("NPS de 60 en el segundo trimestre", "2026"),
    ("NPS de 60 al cierre del año fiscal", "2026"),
    ("NPS 60 за полгода", "2026-Q4"),
    ("NPS 60 к Q2", "2026-Q4"),
    ("NPS of 60 next quarter", "2026-Q4"),
    ("NPS 60 до 30.06", "2026-Q4"),
    ("NPS of 60 by the end of the month", "2026-Q4"),
    ("NPS of 60 in four months", "open"),
]
OPEN = "cycles: {open: {start: 2026-10-01}}\n"


@pytest.mark.parametrize(("title", "cycle"), UNCLEAR)
def test_deadline_that_can_mean_several_days_is_found(title: str, cycle: str) -> None:
    assert _found(title, cycle, settings=OPEN) == [Severity.ERROR]
    assert _found(title, cycle, several=False, settings=OPEN) == [Severity.WARNING]
    assert _found(title, cycle, due=", due: 2026-11-30", settings=OPEN) == []


@pytest.mark.parametrize(
    ("title", "cycle"),
    [
        ("NPS 60 к концу квартала", "2026-Q4"),
        ("NPS de 60 en el cuarto trimestre", "2026-Q4"),
        ("NPS of 60 by the end of the year", "2026-Q4"),
        ("NPS of 60 by Q4", "2026"),
        ("NPS of 60 in the second half", "2026-H2"),
    ],
)
def test_deadline_that_lacks_only_the_year_is_a_remark_where_there_are_several(
    title: str, cycle: str
) -> None:
    assert _found(title, cycle) == [Severity.INFO]
    assert _found(title, cycle, several=False) == []


@pytest.mark.parametrize(
    ("title", "cycle"),
    [
        ("NPS of 60 by 2026-11-30", "2026-Q4"),
        ("NPS of 60 by Q2 2026", "2026"),
        ("NPS 60 за 3 месяца", "2026-Q4"),
        ("NPS 60 до конца ноября", "2026-Q4"),
        ("NPS of 60 by 30 November", "2026-Q4"),
        ("NPS of 60", "2026-Q4"),
        ("NPS of 60 in four months", "nowhere"),
    ],
)
def test_clear_deadline_is_fine(title: str, cycle: str) -> None:
    assert _found(title, cycle) == []


def test_fiscal_year_is_clear_where_the_calendar_has_one() -> None:
    settings = "calendar: {fiscal_start_month: 4}\n"
    assert _found("NPS of 60 by the end of FY2026", "FY2026", settings=settings) == []


def test_objective_that_is_over_is_not_judged() -> None:
    key_result = "{id: a, title: X in four months, type: binary}"
    text = f"title: A\nstatus: closed\nkey_results:\n  - {key_result}\n"
    assert found_by("T503", {"objectives/2026-Q4/cx.yaml": text}) == []
