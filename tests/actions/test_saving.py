from collections.abc import Sequence
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.saving import Saving, new_file, open_saving
from okrcli.errors import OkrError
from okrcli.storage.files import Removal, Write
from okrcli.storage.layout import modeline
from tests.cli.workspaces import FILES
from tests.repositories import git, make_committed, make_hook, photograph

KPI = "kpis/wait.yaml"
CONTENT = f"{modeline(KPI)}\ntitle: Wait\n".encode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def a_change(root: Path) -> Change:
    old = (root / "kpis/nps.yaml").read_bytes()
    changed = Write(root / "kpis/nps.yaml", old + b"note: New\n", old)
    return Change((new_file(root, KPI, CONTENT), changed), "Change KPIs\n")


def test_change_is_one_commit_of_exactly_its_files(root: Path) -> None:
    (root / "mine.txt").write_text("1\n")
    git(root, "add", "mine.txt")
    commit = open_saving(root, commit=True).save(a_change(root))

    assert commit is not None
    assert commit.sha == git(root, "rev-parse", "HEAD")
    assert git(root, "show", "--format=%s", "--name-only").split() == [
        *["Change", "KPIs", "kpis/nps.yaml", KPI]
    ]
    assert git(root, "status", "--porcelain") == "A  mine.txt"


@pytest.mark.parametrize("in_repository", [True, False])
def test_change_is_only_written_where_no_commit_is_wanted_or_possible(
    root: Path, tmp_path: Path, in_repository: bool
) -> None:
    if not in_repository:
        (root / ".git").rename(tmp_path / "elsewhere")
    saving = open_saving(root, commit=not in_repository)

    assert saving.save(a_change(root)) is None
    assert (root / KPI).read_bytes() == b"title: Wait\n"


def test_who_asks_to_hear_of_it_is_told_names_and_commit(root: Path) -> None:
    heard: list[tuple[Sequence[str], str | None]] = []

    def hear(names: Sequence[str], sha: str | None) -> None:
        heard.append((names, sha))

    saving = open_saving(root, commit=True)
    commit = Saving(root, saving.repository, hear).save(a_change(root))
    Saving(root, None, hear).save(Change((Write(root / "kpis/b.yaml", b"title: B\n"),), "B"))

    assert commit is not None
    assert heard == [([KPI, "kpis/nps.yaml"], commit.sha), (["kpis/b.yaml"], None)]


def test_file_that_changed_meanwhile_stops_the_whole_change(root: Path) -> None:
    change = a_change(root)
    (root / "kpis/nps.yaml").write_text("title: Mine\n")
    before = photograph(root)

    with pytest.raises(OkrError):
        open_saving(root, commit=True).save(change)
    assert photograph(root) == before


def test_what_would_refuse_a_commit_is_told_before_anybody_types(root: Path) -> None:
    open_saving(root, commit=True).require_ready()
    git(root, "config", "user.name", "")

    with pytest.raises(OkrError):
        open_saving(root, commit=True).require_ready()
    open_saving(root, commit=False).require_ready()


def test_new_file_names_its_schema_only_where_the_workspace_has_one(root: Path) -> None:
    assert new_file(root, KPI, CONTENT) == Write(root / KPI, b"title: Wait\n")

    (root / ".okr").mkdir()
    (root / ".okr/kpi.schema.json").write_text("{}")
    assert new_file(root, KPI, CONTENT).content == CONTENT
    assert new_file(root, "notes.txt", b"1\n").content == b"1\n"


def test_new_file_stays_in_the_workspace(root: Path) -> None:
    with pytest.raises(OkrError):
        new_file(root, "../elsewhere.yaml", b"")


def a_renaming(root: Path) -> Change:
    old = (root / "kpis/nps.yaml").read_bytes()
    removal = Removal(root / "kpis/nps.yaml", old)
    return Change((Write(root / KPI, old),), "Rename KPI: wait\n", removals=(removal,))


def test_new_name_of_a_file_is_one_commit(root: Path) -> None:
    commit = open_saving(root, commit=True).save(a_renaming(root))

    assert commit is not None
    assert git(root, "show", "--format=", "--name-status") == f"R100\tkpis/nps.yaml\t{KPI}"
    assert git(root, "status", "--porcelain") == ""


def test_new_name_that_is_only_written_leaves_the_index_alone(root: Path) -> None:
    assert open_saving(root, commit=False).save(a_renaming(root)) is None
    assert git(root, "status", "--porcelain") == f" D kpis/nps.yaml\n?? {KPI}"


def test_new_name_that_git_refuses_is_taken_back(root: Path) -> None:
    make_hook(root, "pre-commit", "exit 1")
    with pytest.raises(OkrError, match="so nothing was changed"):
        open_saving(root, commit=True).save(a_renaming(root))
    assert git(root, "status", "--porcelain") == ""
    assert not (root / KPI).exists()


def test_removal_of_what_no_commit_has_makes_none(root: Path) -> None:
    path = root / "kpis/draft.yaml"
    path.write_bytes(b"title: A\n")
    head = git(root, "rev-parse", "HEAD")

    change = Change((), "Remove\n", removals=(Removal(path, b"title: A\n"),))
    assert open_saving(root, commit=True).save(change) is None
    assert not path.exists()
    assert git(root, "rev-parse", "HEAD") == head
