from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from okrcli.actions.additions import Addition, new_findings, propose
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.checks.run import check
from okrcli.errors import OkrError
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.workspace import plan_of
from tests.actions.question_workspaces import Files, workspaces

DAY = date(2026, 11, 20)
KPI = "title: {}\ndirection: up\nowner: ana\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace with a KPI, and with an error and a warning of its own."""
    files = {
        "okr.yaml": "version: 1\npeople: {ana: {name: Ana}}\n",
        "kpis/nps.yaml": KPI.format("NPS"),
        "kpis/old.yaml": KPI.format("Old").replace("ana", "bob"),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return open_workspace(tmp_path, DAY)


def a_kpi_file(workspace: Workspace, id_: str, text: str, *beside: Addition) -> Addition:
    path = f"kpis/{id_}.yaml"
    write = new_file(workspace.root, path, text.encode())
    return Addition("KPI", id_, path, write, text, beside=beside)


def test_addition_says_what_it_writes(workspace: Workspace) -> None:
    part = a_kpi_file(workspace, "mrr", KPI.format("MRR"))
    change = a_kpi_file(workspace, "arr", KPI.format("ARR"), part).change

    assert [write.path for write in change.writes] == [
        workspace.root / "kpis/arr.yaml",
        workspace.root / "kpis/mrr.yaml",
    ]
    assert change.message == "Add KPI: arr, mrr\n"
    assert change.lines == (
        "Added the KPI arr in kpis/arr.yaml.",
        "Added the KPI mrr in kpis/mrr.yaml.",
    )


def test_proposal_shows_the_lines_of_every_file(workspace: Workspace) -> None:
    part = a_kpi_file(workspace, "mrr", KPI.format("MRR"))
    proposal = propose(workspace, a_kpi_file(workspace, "arr", KPI.format("ARR"), part))

    assert [line for line in proposal.shown if line.startswith("title")] == [
        "title: ARR",
        "title: MRR",
    ]


def test_findings_are_those_of_the_addition_alone(workspace: Workspace) -> None:
    text = KPI.format("CSAT").replace("owner: ana\n", "")
    found = propose(workspace, a_kpi_file(workspace, "csat", text)).findings

    assert {finding.place.path for finding in found} == {"kpis/csat.yaml"}
    assert not {finding.rule.code for finding in found if finding.rule.code.startswith("C")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (KPI.format("CSAT").replace("ana", "bobby"), "There is no person 'bobby'."),
        (f"{KPI.format('CSAT')}formula: npz * 2\n", "There is no KPI 'npz'."),
    ],
)
def test_addition_that_brings_an_error_is_refused(
    workspace: Workspace, text: str, said: str
) -> None:
    with pytest.raises(OkrError, match="because it would be wrong") as caught:
        propose(workspace, a_kpi_file(workspace, "csat", text))

    assert any(said in line for line in caught.value.lines)


def test_error_that_was_there_before_does_not_count(workspace: Workspace) -> None:
    assert workspace.plan.kpis_by_id["old"].owner == "bob"
    propose(workspace, a_kpi_file(workspace, "csat", KPI.format("CSAT")))


def test_unknown_name_in_a_checkin_of_a_future_day_refuses_no_addition(
    workspace: Workspace,
) -> None:
    path = workspace.root / "checkins/2026/2027-01-09-ana-12345678.yaml"
    path.parent.mkdir(parents=True)
    entry = "  - {key_result: 2026-Q4/gone/x, value: 1}\n"
    path.write_text(f"date: 2027-01-09\nby: ana\nkey_results:\n{entry}")
    again = open_workspace(workspace.root, DAY)
    assert propose(again, a_kpi_file(again, "csat", KPI.format("CSAT"))).shown


def test_error_of_the_addition_itself_is_refused_but_not_of_a_draft(workspace: Workspace) -> None:
    proposal = propose(workspace, a_kpi_file(workspace, "arr", KPI.format("ARR")))
    assert [finding.rule.code for finding in proposal.errors] == ["K604"]
    with pytest.raises(OkrError, match="arr has no") as caught:
        proposal.require_no_errors()
    assert NextStep(StepKind.ADD_AS_DRAFT) in caught.value.hints

    draft = propose(workspace, a_kpi_file(workspace, "arr", f"status: draft\n{KPI.format('A')}"))
    assert draft.errors == ()
    draft.require_no_errors()


@given(workspaces(), workspaces())
def test_new_findings_are_those_that_a_check_has_only_afterwards(old: Files, new: Files) -> None:
    before, after = (refuse_entries(plan_of(files), DAY) for files in (old, new))
    known = {(found.place.path, found.rule, found.message) for found in check(before, DAY)}
    assert [*new_findings(before, after, DAY)] == [
        found
        for found in check(after, DAY)
        if (found.place.path, found.rule, found.message) not in known
        and not found.rule.code.startswith("C")
    ]
