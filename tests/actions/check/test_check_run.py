from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.check.check_run import CheckRun, findings_in
from okrcli.actions.check.rule_options import RuleOptions
from okrcli.actions.check.scope import Scope
from okrcli.actions.workspace import open_workspace
from okrcli.errors import NoHistoryError, UsageError
from okrcli.model.fingerprint import fingerprints
from okrcli.views.check import CheckOutcome
from tests.cli.workspaces import write

DAY = date(2026, 11, 20)
CX = "objectives/2026-Q4/cx.yaml"
FILES = {
    "okr.yaml": "version: 1\n",
    "kpis/nps.yaml": "title: NPS\nserves: [nothing]\n",
    CX: "title: A\nparent: nowhere\n",
}
ALL = Scope()
ODD = "Vender\u00a0sin esperas"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def run(
    root: Path,
    *select: str,
    options: RuleOptions | None = None,
    ignore: Sequence[str] = (),
    against: str | None = None,
) -> CheckRun:
    return CheckRun(root, DAY, options or RuleOptions(), select, ignore, against)


def found(outcome: CheckOutcome) -> list[tuple[str, str]]:
    return [(each.rule.code, each.place.path) for each in outcome.findings]


def test_outcome_has_the_findings_with_their_lines_and_reasons(root: Path) -> None:
    outcome = run(root, "E").outcome(ALL, frozenset())

    assert found(outcome) == [("E004", "kpis/nps.yaml"), ("E004", CX)]
    assert outcome.files == 3
    assert outcome.lines == {("kpis/nps.yaml", 2): "serves: [nothing]", (CX, 2): "parent: nowhere"}
    assert outcome.explanations.keys() == {"E004"}


def test_scope_leaves_out_the_findings_of_other_files(root: Path) -> None:
    outcome = run(root, "E").outcome(Scope(("kpis",)), frozenset())

    assert found(outcome) == [("E004", "kpis/nps.yaml")]
    assert outcome.files == 1


def test_accepted_findings_are_counted_in_their_scope(root: Path) -> None:
    first, second = run(root, "E").outcome(ALL, frozenset()).findings
    accepted = frozenset(fingerprints([first, second]))

    assert run(root, "E").outcome(ALL, accepted).accepted == 2
    only = run(root, "E").outcome(Scope(("kpis",)), accepted)
    assert (only.accepted, only.findings) == (1, ())


def test_ignored_rules_are_counted_as_silenced_by_whom(root: Path) -> None:
    write(root, {"okr.yaml": "version: 1\nrules: {per_file_ignores: {'kpis/*': [E004]}}\n"})
    outcome = run(root, "E", ignore=()).outcome(ALL, frozenset())

    assert found(outcome) == [("E004", CX)]
    assert sum(outcome.silenced.values()) == 1


def test_options_hold_above_the_settings(root: Path) -> None:
    strict = RuleOptions(severity={"E004": "info"})
    outcome = run(root, "E", options=strict).outcome(ALL, frozenset())

    assert {each.severity for each in outcome.findings} == {"info"}


def test_files_that_could_not_be_read_are_looked_at_too(root: Path) -> None:
    write(root, {"kpis/broken.yaml": "title: [\n"})
    outcome = run(root, "E").outcome(ALL, frozenset())

    assert ("E001", "kpis/broken.yaml") in found(outcome)
    assert outcome.files == 4


def test_history_is_left_out_with_a_remark_where_there_is_none(root: Path) -> None:
    outcome = run(root).outcome(ALL, frozenset())

    [remark] = outcome.remarks
    assert remark.startswith("The rules about history (H) were left out. ")
    assert run(root, "E").outcome(ALL, frozenset()).remarks == ()


@pytest.mark.parametrize(("select", "against"), [(("H",), None), (("E",), "main")])
def test_history_that_was_asked_for_must_be_there(
    root: Path, select: tuple[str, ...], against: str | None
) -> None:
    with pytest.raises(NoHistoryError):
        run(root, *select, against=against).outcome(ALL, frozenset())


def test_unknown_rule_is_a_usage_error(root: Path) -> None:
    with pytest.raises(UsageError, match="There is no rule 'Z9'"):
        run(root, "Z9").outcome(ALL, frozenset())


def test_fix_mends_only_the_files_in_scope(root: Path) -> None:
    write(root, {"kpis/a.yaml": f"title: {ODD}\n", CX: f"title: {ODD}\n"})
    done = run(root).fix(Scope(("kpis",)))

    assert len(done.done) == 1
    assert (root / "kpis/a.yaml").read_text() == "title: Vender sin esperas\n"
    assert (root / CX).read_text() == f"title: {ODD}\n"


def test_findings_of_a_workspace_are_all_that_the_rules_find(root: Path) -> None:
    codes = {each.rule.code for each in findings_in(open_workspace(root, DAY))}

    assert {"E004", "R402"} <= codes


def test_workspace_as_it_was_opened_is_judged_the_same(root: Path) -> None:
    workspace = open_workspace(root, DAY)

    assert findings_in(workspace, again=False) == findings_in(workspace)
    (root / "okr.yaml").write_text("version: 1\nnmae: Acme\n", encoding="utf-8")
    assert findings_in(workspace, again=False) != findings_in(workspace)
