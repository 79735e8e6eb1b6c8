import json
from pathlib import Path

import pytest

from okrcli.model.catalog import CATALOG
from tests.cli.conftest import Okr
from tests.cli.workspaces import SETTINGS, write


def test_catalogue_lists_every_entry_outside_of_any_workspace(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "kpi", "catalog")

    assert ran.code == 0, ran.err
    listed = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert set(CATALOG) <= set(listed)
    assert "okr new kpi --from catalog:ID adds it." in ran.err


@pytest.mark.parametrize("name", ["churn_rate", "catalog:churn_rate"])
def test_entry_is_told_whole_by_its_id(run_okr: Okr, tmp_path: Path, name: str) -> None:
    ran = run_okr(tmp_path, "kpi", "catalog", name)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("churn_rate: Churn rate\n\nThe share of the customers at the start")
    assert "100 * customers_lost / customers_at_start" in ran.out


def test_unknown_entry_is_refused_with_the_nearest(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "kpi", "catalog", "chrun_rate")

    assert (ran.code, ran.out) == (2, "")
    assert "The catalogue has no 'chrun_rate'." in ran.err
    assert "Did you mean churn_rate" in ran.err


def test_texts_are_in_the_language_of_the_workspace_or_the_one_asked_for(
    run_okr: Okr, tmp_path: Path
) -> None:
    write(tmp_path, {"okr.yaml": "version: 1\nlanguage: ru\n"})

    assert "Отток клиентов" in run_okr(tmp_path, "kpi", "catalog", "churn_rate").out
    options = ("--language", "es", "--format", "json")
    document = json.loads(run_okr(tmp_path, "kpi", "catalog", "churn_rate", *options).out)
    assert document["language"] == "es"
    assert [each["title"] for each in document["entries"]] == ["Tasa de abandono (churn)"]


def test_unknown_format_and_two_wishes_are_refused(run_okr: Okr, tmp_path: Path) -> None:
    assert run_okr(tmp_path, "kpi", "catalog", "--format", "yaml").code == 2
    assert run_okr(tmp_path, "kpi", "catalog", "nps", "--for", "retention").code == 2


def test_catalogue_tells_what_fits_a_theme(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "kpi", "catalog", "--for", "retention", "--format", "json")

    assert ran.code == 0, ran.err
    entries = json.loads(ran.out)["entries"]
    assert [each["id"] for each in entries][:4] == ["churn_rate", "csat", "nps", "repurchase_rate"]
    assert entries[0]["reason"] == "retention: “retention”"


@pytest.mark.parametrize("wish", ["cx-leader", "2026-Q4/cx-leader", "support"])
def test_catalogue_tells_what_fits_an_objective_or_a_team(okr: Okr, wish: str) -> None:
    ran = okr("kpi", "catalog", "--for", wish, "--format", "json")

    assert ran.code == 0, ran.err
    entries = {each["id"]: each for each in json.loads(ran.out)["entries"]}
    assert entries["nps"]["existing"] == "nps"
    assert entries["csat"]["existing"] == "csat"
    assert entries["average_resolution_time"]["existing"] is None


def test_wish_that_nothing_fits_is_refused_with_the_themes(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "kpi", "catalog", "--for", "world peace")

    assert (ran.code, ran.out) == (2, "")
    assert "The catalogue has nothing for 'world peace'." in ran.err
    assert "retention, revenue, ticket response" in ran.err


def test_catalogue_is_read_in_a_workspace_with_errors(run_okr: Okr, tmp_path: Path) -> None:
    write(tmp_path, {"okr.yaml": SETTINGS, "kpis/broken.yaml": "title: [\n"})

    assert run_okr(tmp_path, "kpi", "catalog", "--for", "support").code == 0
