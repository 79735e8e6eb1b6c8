from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.change import Change
from okrcli.cli.messages import SavedChange, collect_messages
from okrcli.cli.saving import open_saver
from okrcli.cli.writing import SavingWish
from okrcli.errors import HistoryError, UsageError
from okrcli.storage.files import Write
from tests.repositories import git, last_commit, make_remote

COMMIT = SavingWish(push=False, commits=True, dry_run=False)
PUSH = SavingWish(push=True, commits=True, dry_run=False)
DRY = SavingWish(push=False, commits=False, dry_run=True)


def a_change(root: Path) -> Change:
    return Change((Write(root / "kpis/nps.yaml", b"title: NPS\n"),), "Add KPI: nps\n")


@pytest.mark.parametrize(
    ("options", "wish"),
    [
        ({}, COMMIT),
        ({"push": True}, PUSH),
        ({"dry_run": True}, DRY),
        ({"no_commit": True}, SavingWish(push=False, commits=False, dry_run=False)),
    ],
)
def test_options_say_what_is_to_become_of_a_change(
    options: dict[str, Any], wish: SavingWish
) -> None:
    assert SavingWish.of(**{"push": False, "no_commit": False, "dry_run": False, **options}) == wish


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"no_commit": True, "dry_run": False}, "--push needs a commit"),
        ({"no_commit": False, "dry_run": True}, "--dry-run commits nothing"),
    ],
)
def test_nothing_is_pushed_that_is_not_committed(options: dict[str, bool], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        SavingWish.of(push=True, **options)


def test_change_is_committed_and_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saver = open_saver(repository, COMMIT)
    saver.save(a_change(repository), ["Added nps."])

    head = git(repository, "rev-parse", "HEAD")
    assert saver.commits is True
    assert last_commit(repository) == ("Add KPI: nps", ["kpis/nps.yaml"])
    assert capsys.readouterr() == (f"Added nps.\nCommitted as {head[:9]}.\n", "")


def test_programs_are_told_what_was_saved(repository: Path) -> None:
    with collect_messages() as heard:
        open_saver(repository, COMMIT).save(a_change(repository), ["Added nps."])

    head = git(repository, "rev-parse", "HEAD")
    files = [{"path": "kpis/nps.yaml", "change": "new"}]
    assert heard.lines == ["Added nps.", f"Committed as {head[:9]}."]
    assert heard.saved == [SavedChange(files, "Add KPI: nps\n", head)]


def test_dry_run_shows_and_writes_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_saver(repository, DRY).save(a_change(repository), ["Added nps."])

    assert capsys.readouterr().out == (
        "Nothing was written. The commit would be `Add KPI: nps`.\n"
        "new kpis/nps.yaml\n  +title: NPS\n"
    )
    assert git(repository, "status", "--porcelain") == ""


def test_commit_is_pushed_and_the_branch_is_named(repository: Path) -> None:
    make_remote(repository)
    with collect_messages() as heard:
        open_saver(repository, PUSH).save(a_change(repository))

    assert heard.lines[-1] == "Pushed to origin/main."
    assert git(repository, "rev-parse", "origin/main") == git(repository, "rev-parse", "HEAD")
    assert [change.pushed_to for change in heard.saved] == ["origin/main"]


def test_push_without_an_upstream_or_a_repository_is_refused(
    repository: Path, tmp_path: Path
) -> None:
    with pytest.raises(HistoryError):
        open_saver(repository, PUSH).save(a_change(repository))
    folder = tmp_path / "plain"
    folder.mkdir()
    with pytest.raises(UsageError, match="There is no repository to push"):
        open_saver(folder, PUSH).save(a_change(folder))


def test_folder_without_a_repository_is_written_to_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saver = open_saver(tmp_path, COMMIT)
    saver.save(a_change(tmp_path))

    assert saver.commits is False
    assert (tmp_path / "kpis/nps.yaml").read_bytes() == b"title: NPS\n"
    assert capsys.readouterr() == (
        "",
        f"{tmp_path} is not in a git repository, so this was written but not committed.\n",
    )


def test_what_git_would_refuse_is_refused_before_anything_is_typed(repository: Path) -> None:
    saver = open_saver(repository, COMMIT)
    saver.require_ready()
    (repository / ".git/MERGE_HEAD").write_text(git(repository, "rev-parse", "HEAD") + "\n")

    with pytest.raises(HistoryError):
        saver.require_ready()
