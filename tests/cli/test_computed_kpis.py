"""Check-ins of key results whose KPI is computed: a belief and a note, but no value."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.checkin.test_app import only_checkin
from tests.cli.conftest import Okr, Talk
from tests.cli.workspaces import write
from tests.repositories import git, photograph

RATIO = "2026-Q4/growth/ratio"


@pytest.fixture
def growth(root: Path) -> Path:
    """Return Acme's workspace with a key result on a computed KPI."""
    write(
        root,
        {
            "kpis/clv.yaml": "title: Lifetime value\nunit: EUR\ndirection: up\n",
            "kpis/cac.yaml": "title: Cost of a customer\nunit: EUR\ndirection: down\n",
            "kpis/ratio.yaml": (
                "title: Value by cost\nunit: times\ndirection: up\nbaseline: 2\n"
                "formula: clv / cac\n"
            ),
            "objectives/2026-Q4/growth.yaml": (
                "title: Growth pays for itself\nowner: ana\nkey_results:\n"
                "  - {id: ratio, title: Raise value by cost from 2 to 3, type: metric,"
                " kpi: ratio, target: 3}\n"
            ),
        },
    )
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Growth")
    return root


def test_value_of_a_key_result_on_a_computed_kpi_is_refused(okr: Okr, growth: Path) -> None:
    before = photograph(growth)
    for ref in ("growth/ratio", "ratio"):
        ran = okr("checkin", ref, "3")
        assert ran.code == 2
        assert "ratio is computed as clv / cac, so it takes no readings." in ran.err
    assert photograph(growth) == before


def test_values_of_what_it_is_computed_from_move_the_key_result(okr: Okr, growth: Path) -> None:
    assert okr("checkin", "clv", "500", "cac", "200").code == 0
    assert [each.value for each in only_checkin(growth).readings] == [Decimal(500), Decimal(200)]
    ran = okr("report", "--format", "json")
    assert '"value": 2.5' in ran.out
    assert '"progress": 0.5' in ran.out


def test_walk_asks_for_no_value_of_a_computed_kpi(talk: Talk, growth: Path) -> None:
    terminal = talk(growth, "checkin", "growth/ratio")
    terminal.wait_for("Its value is computed: clv / cac.")
    terminal.answer("Confidence 1-10; note", "7; cheaper campaigns")
    terminal.answer("Record this as ana, 2026-11-20?", "")
    assert terminal.end() == 0, terminal.text
    found = only_checkin(growth)
    assert found.readings == ()
    (entry,) = found.key_results
    assert (entry.key_result, entry.value, entry.confidence) == (RATIO, None, 7)
    assert entry.note == "cheaper campaigns"
