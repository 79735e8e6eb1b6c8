"""The examples' own files of readings, as `okr kpi import --all` reads them."""

import shutil
from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.test_examples import EXAMPLES, WITH_A_YEAR


@pytest.mark.parametrize("name", WITH_A_YEAR)
def test_example_has_read_all_of_its_sources(run_okr: Okr, tmp_path: Path, name: str) -> None:
    root = shutil.copytree(EXAMPLES / name, tmp_path / name)
    me = load_plan(root).kpis[0].owner or ""
    ran = run_okr(root, "kpi", "import", "--all", "--no-commit", "--by", me)

    assert ran.code == 0
    assert ran.out.startswith("Nothing new: ")


@pytest.mark.parametrize("name", WITH_A_YEAR)
def test_example_can_be_imported_anew_from_its_sources(
    run_okr: Okr, tmp_path: Path, name: str
) -> None:
    root = shutil.copytree(EXAMPLES / name, tmp_path / name)
    before = run_okr(root, "kpi", "alerts", "--format", "json").out
    imported = [
        each for each in (root / "checkins").rglob("*.yaml") if b'{"kpi"' in each.read_bytes()
    ]
    for each in imported:
        each.unlink()
    without = run_okr(root, "kpi", "alerts", "--format", "json").out
    me = load_plan(root).kpis[0].owner or ""
    run_okr(root, "kpi", "import", "--all", "--no-commit", "--by", me)

    assert imported
    assert without != before
    assert run_okr(root, "kpi", "alerts", "--format", "json").out == before
