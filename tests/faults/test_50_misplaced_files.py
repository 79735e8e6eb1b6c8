"""YAML that is meant for the workspace and not read is E008, and nobody else's YAML is."""

from pathlib import Path

import pytest

from okrcli.model.finding import Finding
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import KPI, OBJECTIVE, write
from tests.repositories import git


def misplaced(root: Path) -> list[Finding]:
    return [each for each in load_plan(root).findings if each.rule.code == "E008"]


def test_every_command_that_shows_results_says_so(okr: Okr, root: Path) -> None:
    write(root, {"kpi/nps.yaml": KPI, "objectives/x.yaml": OBJECTIVE})

    assert okr("check").code == 1
    assert okr("report").code == 1
    for arguments in (("show", "nps"), ("kpi", "list"), ("kpi", "alerts"), ("remind",)):
        assert "errors in kpi/nps.yaml, objectives/x.yaml" in okr(*arguments).err
    assert okr("report", "--rev", "HEAD").code == 0
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Misplaced")
    assert okr("report", "--rev", "HEAD").code == 1


@pytest.mark.parametrize("path", ["kpi/csat.yaml", "kpis/more/csat.yaml", "kpis/csat.YAML"])
def test_reference_to_a_misplaced_file_is_not_called_unknown(
    okr: Okr, root: Path, path: str
) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / "kpis/csat.yaml").rename(root / path)

    codes = [
        line.split()[2]
        for line in okr("check", "--select", "E", "--format", "concise").out.splitlines()
    ]
    assert codes == ["E008"]


def test_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"okr.yaml": "version: 1\n", "checkins": "../elsewhere"})

    (finding,) = misplaced(tmp_path)
    assert finding.place.path == "checkins"
