"""YAML that is meant for the workspace and not read is E008, and nobody else's YAML is."""

from pathlib import Path

import pytest

from okrcli.model.finding import Finding
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import CORRECTION, FILES, KPI, OBJECTIVE, write
from tests.repositories import git

PLAN = """\
kpi: csat
opened: 2026-11-02
cause: {type: process, text: x}
goal: {value: 80, by: 2026-12-01}
actions: [{title: x, owner: ana, due: 2026-12-01}]
"""
MISPLACED = {
    "objectives/x.yaml": OBJECTIVE,
    "objectives/2026-Q4/cx/x.yaml": OBJECTIVE,
    "kpis/sub/n.yaml": KPI,
    "kpis/x.YAML": KPI,
    "kpis/x.Yml": KPI,
    "kpis/x.yaml ": KPI,
    "checkins/2026/x.YAML": CORRECTION,
    "improvements/2026/x.yaml": PLAN,
    "kpi/nps.yaml": KPI,
    "KPIs/nps.yaml": KPI,
    "KPI/nps.YML": KPI,
    "checkin/2026/x.yaml": CORRECTION,
    "CheckIns/x.yaml": CORRECTION,
    "Objectives/2026-Q4/x.yaml": OBJECTIVE,
    "objective/x.yaml": OBJECTIVE,
    "Improvement/x.yaml": PLAN,
}
OTHERS = {
    ".github/workflows/okr.yml": "on: push\n",
    "docs/kpis/nps.yaml": KPI,
    "k8s/objectives.yaml": OBJECTIVE,
    "objetivos/2026-Q4/x.yaml": OBJECTIVE,
    "kpi/deployment.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: kpi}\n",
    "KPI/chart.yaml": "title: Chart\npanels: []\nversion: 3\nrefresh: 5s\n",
    "checkin/config.yml": "port: 80\n",
    "Objectives/list.yaml": "- a\n- b\n",
    "kpi/broken.yaml": "a: [",
    "kpis/README.md": "# KPIs\n",
    "kpis/nps.yaml~": KPI,
    "kpis/nps.yaml.orig": KPI,
    "kpis/.drafts/x.yaml": KPI,
    "objectives/.x.yaml": OBJECTIVE,
    "okr.yml": "x: 1\n",
}


def misplaced(root: Path) -> list[Finding]:
    return [each for each in load_plan(root).findings if each.rule.code == "E008"]


@pytest.mark.parametrize("path", MISPLACED)
def test_misplaced_file_is_named_with_its_place(tmp_path: Path, path: str) -> None:
    write(tmp_path, {**FILES, path: MISPLACED[path]})

    (finding,) = misplaced(tmp_path)
    assert finding.place.path == path
    assert finding.severity == "error"
    assert finding.hint.endswith(".")


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


def test_yaml_of_others_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, **OTHERS})

    assert load_plan(tmp_path).findings == ()


def test_many_files_with_one_cause_are_one_finding(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, **{f"kpis/sub/n{n}.yaml": KPI for n in range(30)}})

    (finding,) = misplaced(tmp_path)
    assert finding.place.path == "kpis/sub/n0.yaml"
    assert finding.message.startswith("30 files in 'kpis/sub' are not read")


@pytest.mark.parametrize("path", ["kpi/csat.yaml", "kpis/more/csat.yaml", "kpis/csat.YAML"])
def test_reference_to_a_misplaced_file_is_not_called_unknown(
    okr: Okr, root: Path, path: str
) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / "kpis/csat.yaml").rename(root / path)

    codes = [
        line.split()[1]
        for line in okr("check", "--select", "E", "--format", "concise").out.splitlines()
    ]
    assert codes == ["E008"]


def test_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"okr.yaml": "version: 1\n", "checkins": "../elsewhere"})

    (finding,) = misplaced(tmp_path)
    assert finding.place.path == "checkins"
