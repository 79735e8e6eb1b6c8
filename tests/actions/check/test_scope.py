from pathlib import Path

import pytest

from okrcli.actions.check.scope import Scope, require_all_files
from okrcli.errors import UsageError, WorkspaceError
from tests.cli.workspaces import FILES
from tests.repositories import commit_file, git, make_committed

KPI = "kpis/nps.yaml"
OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES).resolve()


@pytest.mark.parametrize(
    ("paths", "inside", "outside"),
    [
        ([], [KPI, OBJECTIVE, "okr.yaml"], []),
        (["."], [KPI, OBJECTIVE, "okr.yaml"], []),
        ([".."], [KPI, "okr.yaml"], []),
        (["kpis"], [KPI], [OBJECTIVE, "okr.yaml", "kpis2/nps.yaml"]),
        ([KPI, "objectives"], [KPI, OBJECTIVE], ["kpis/csat.yaml", "okr.yaml"]),
    ],
)
def test_files_of_the_paths_are_meant(
    root: Path, paths: list[str], inside: list[str], outside: list[str]
) -> None:
    scope = Scope.of(root, [root / path for path in paths], None)

    assert [file for file in (*inside, *outside) if file in scope] == inside
    assert scope.is_everything is (not outside)


def test_only_what_changed_since_a_revision_is_meant(root: Path) -> None:
    commit_file(root, KPI, FILES[KPI] + "note: New\n")
    (root / OBJECTIVE).write_text(FILES[OBJECTIVE] + "note: New\n")

    everything, kpis = (Scope.of(root, paths, "HEAD~1") for paths in ([], [root / "kpis"]))
    assert [file for file in FILES if file in everything] == [OBJECTIVE, KPI]
    assert [file for file in FILES if file in kpis] == [KPI]
    assert not everything.is_everything


def test_path_that_is_not_there_or_not_in_the_workspace_is_refused(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()

    with pytest.raises(UsageError, match=r"none\.yaml"):
        Scope.of(root, [root / "kpis/none.yaml"], None)
    with pytest.raises(UsageError, match="elsewhere"):
        Scope.of(root, [root.parent / "elsewhere"], None)


def test_without_a_repository_nothing_is_known_of_a_revision(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="main"):
        Scope.of(tmp_path, [], "main")


def test_checkout_that_leaves_files_out_is_not_judged(root: Path) -> None:
    require_all_files(root)
    git(root, "sparse-checkout", "set", "kpis")

    with pytest.raises(WorkspaceError, match="sparse checkout") as refused:
        require_all_files(root)
    assert "checkins/2026/2026-11-06-ana-00000001.yaml" in refused.value.message
