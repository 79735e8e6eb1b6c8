"""YAML that is meant for the workspace and not read is E008, and nobody else's YAML is."""

import pytest

from okrcli.model.finding import Finding
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind, misspelled_kind
from okrcli.storage.misplaced import Misplaced
from okrcli.storage.workspace import plan_of
from tests.cli.workspaces import CORRECTION, FILES, KPI, OBJECTIVE

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


def loaded(files: dict[str, str]) -> Plan:
    return plan_of({path: text.encode() for path, text in {**FILES, **files}.items()})


def only_finding(files: dict[str, str]) -> Finding:
    (finding,) = loaded(files).findings
    assert finding.rule.code == "E008"
    return finding


@pytest.mark.parametrize("path", MISPLACED)
def test_misplaced_file_is_named_with_its_place(path: str) -> None:
    finding = only_finding({path: MISPLACED[path]})

    assert finding.place.path == path
    assert finding.severity == "error"
    assert str(finding.hint).endswith(".")


@pytest.mark.parametrize("path", OTHERS)
def test_yaml_of_others_is_left_alone(path: str) -> None:
    plan = loaded({path: OTHERS[path]})

    assert (plan.findings, plan.unreadable) == ((), frozenset())


@pytest.mark.parametrize(
    ("path", "why", "hint"),
    [
        ("KPI/nps.YML", "the folder is named 'KPI' and not 'kpis'", "Rename the folder to `kpis`"),
        ("kpis/x.YAML", "names end in `.yaml` or `.yml`", "Rename it with `git mv`."),
        ("kpis/sub/n.yaml", "a KPI stands directly in `kpis`", "Move it there with `git mv`, or"),
        ("objectives/x.yaml", "an objective stands in its cycle's folder", "out of `objectives`"),
        ("improvements/2026/x.yaml", "a plan stands directly in `improvements`", "Move it there"),
    ],
)
def test_misplaced_file_says_why_it_is_not_read_and_what_to_do(
    path: str, why: str, hint: str
) -> None:
    finding = only_finding({path: MISPLACED[path]})

    assert finding.message.startswith(f"This file is not read: {why}")
    assert hint in str(finding.hint)


def test_many_files_with_one_cause_are_one_finding() -> None:
    finding = only_finding({f"kpis/sub/n{n}.yaml": KPI for n in range(30)})

    assert finding.place.path == "kpis/sub/n0.yaml"
    assert finding.message.startswith("30 files in 'kpis/sub' are not read")


def test_misplaced_files_of_each_folder_are_a_finding_of_their_own() -> None:
    found = loaded(dict.fromkeys(("kpis/b/n.yaml", "kpis/a/n.yaml", "kpis/n.YAML"), KPI))

    paths = [each.place.path for each in found.findings]
    assert paths == ["kpis/a/n.yaml", "kpis/b/n.yaml", "kpis/n.YAML"]


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("KPI/NPS.YML", "kpis/nps.yaml"),
        ("kpis/sub/n.yaml", "kpis/n.yaml"),
        ("Objectives/2026-Q4/x.yaml", "objectives/2026-Q4/x.yaml"),
        ("objectives/2026-Q4/cx/x.yaml", "objectives/2026-Q4/x.yaml"),
    ],
)
def test_path_that_the_file_would_be_read_at_is_known(path: str, right: str) -> None:
    text = OBJECTIVE if "bjective" in path else KPI
    kind = misspelled_kind(path)
    assert kind is not None
    found = Misplaced()
    found.add(kind, path, text.encode())

    assert [*found.unread()] == [right]


def test_file_that_is_there_is_not_called_unreadable_for_a_misplaced_one() -> None:
    assert loaded({"kpi/nps.yaml": KPI, "kpi/churn.yaml": KPI}).unreadable == {"kpis/churn.yaml"}


def test_file_of_another_folder_needs_what_its_kind_requires_and_mostly_its_keys() -> None:
    for text, is_taken in (
        ("title: NPS\n", True),
        ("title: NPS\nfoo: 1\n", False),
        ("title: NPS\nunit: points\nfoo: 1\n", True),
        ("unit: points\n", False),
    ):
        found = Misplaced()
        found.add(Kind.KPI, "kpi/nps.yaml", text.encode())
        assert bool([*found.findings()]) is is_taken, text
