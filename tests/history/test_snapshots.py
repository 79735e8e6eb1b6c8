import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrcli.errors import HistoryError
from okrcli.history.log import log
from okrcli.history.snapshots import changed_since, contents_of, files_at, first_day, resolve
from okrcli.next_step import NextStep, StepKind
from tests.history.builders import letters_of, opened
from tests.repositories import commit_file, git, make_repository, photograph


def test_files_at_returns_what_the_folder_held(repository: Path) -> None:
    commit_file(repository, "okrs/kpis/nps.yaml", "title: NPS\r\n")
    first = commit_file(repository, "okrs/ü\n*.yaml", "")
    commit_file(repository, "okrs/kpis/nps.yaml", "title: Other\n")
    commit_file(repository, "okrs2/x.yaml", "x")
    assert files_at(opened(repository), first, repository / "okrs") == {
        "kpis/nps.yaml": b"title: NPS\r\n",
        "ü\n*.yaml": b"",
    }


def test_first_day_is_that_of_the_first_commit_that_the_clone_has(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "switch", "--quiet", "--orphan", "new")
    for day in ("2026-10-01", "2026-10-05"):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T10:00:00Z")
        commit_file(repository, "a.yaml", day)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")

    assert first_day(opened(repository)) == date(2026, 10, 1)
    assert first_day(opened(tmp_path / "shallow")) == date(2026, 10, 5)


def test_files_at_serves_the_root_and_only_the_wanted_names(repository: Path) -> None:
    commit_file(repository, "a.yaml", "same\n")
    commit_file(repository, "b/a.yaml", "same\n")
    wanted = files_at(opened(repository), "HEAD", repository, lambda name: name.endswith(".yaml"))
    assert wanted == {"a.yaml": b"same\n", "b/a.yaml": b"same\n"}


def test_files_at_is_empty_where_the_folder_was_not_yet(repository: Path) -> None:
    assert files_at(opened(repository), "HEAD", repository / "not/yet") == {}


def test_files_at_leaves_out_symlinks_and_submodules(repository: Path, tmp_path: Path) -> None:
    inner = make_repository(tmp_path / "inner")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "add", str(inner), "okrs/in")
    (repository / "okrs/link.yaml").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    commit_file(repository, "okrs/a.yaml", "a")
    assert files_at(opened(repository), "HEAD", repository / "okrs") == {"a.yaml": b"a"}


def test_files_at_returns_what_is_committed_whatever_the_line_ends_here(repository: Path) -> None:
    git(repository, "config", "core.autocrlf", "true")
    commit_file(repository, "a.yaml", "a\r\n")
    files = files_at(opened(repository), "HEAD", repository)
    assert files["a.yaml"] == b"a\n"


def test_files_at_works_in_a_sha256_repository(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "long", "--object-format=sha256")
    assert files_at(opened(root), "HEAD", root) == {"README.md": b"Hello\n"}


def test_files_at_goes_by_the_commit_and_not_by_its_date(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2035-01-01T00:00:00Z")
    future = commit_file(repository, "a.yaml", "1")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1999-01-01T00:00:00Z")
    commit_file(repository, "a.yaml", "2")
    assert files_at(opened(repository), future, repository)["a.yaml"] == b"1"
    assert files_at(opened(repository), "main", repository)["a.yaml"] == b"2"
    assert [letters_of(entry) for entry in log(opened(repository), repository).entries][-2:] == [
        {"a.yaml": "A"},
        {"a.yaml": "M"},
    ]


def test_files_at_says_so_when_a_content_is_missing(repository: Path) -> None:
    commit_file(repository, "a.yaml", "a")
    blob = git(repository, "rev-parse", "HEAD:a.yaml")
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(HistoryError, match="not in this clone"):
        files_at(opened(repository), "HEAD", repository)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.lists(st.binary(max_size=2000), min_size=1, max_size=8))
def test_files_at_keeps_every_byte(repository: Path, contents: list[bytes]) -> None:
    folder = repository / "bytes"
    folder.mkdir(exist_ok=True)
    for number, content in enumerate(contents):
        (folder / str(number)).write_bytes(content)
    git(repository, "add", "--all", "bytes")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Bytes")
    found = files_at(opened(repository), "HEAD", folder)
    assert [found[str(number)] for number in range(len(contents))] == contents


def test_resolve_gives_the_full_name(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    commit_file(repository, "a", "a")
    git(repository, "tag", "--annotate", "--message=t", "v1", first)
    found = opened(repository)
    for revision in (first[:8], "v1", "HEAD~1", "main^", "HEAD@{1}"):
        assert resolve(found, revision) == first


@pytest.mark.parametrize("revision", ["", "-h", "--all", "^main", "--output=x", "a\x00b", "a\nb"])
def test_resolve_refuses_what_could_be_an_option(repository: Path, revision: str) -> None:
    with pytest.raises(HistoryError, match="cannot be a revision"):
        resolve(opened(repository), revision)


@pytest.mark.parametrize("revision", ["main", "main~1"])
def test_resolve_takes_no_tag_for_the_branch_of_its_name(repository: Path, revision: str) -> None:
    git(repository, "tag", "main", "HEAD")
    commit_file(repository, "a", "a")
    found = opened(repository)
    with pytest.raises(HistoryError, match="main is the name of 2 things") as raised:
        resolve(found, revision)
    assert raised.value.hints == ("Name `refs/tags/main` or `refs/heads/main`.",)
    assert resolve(found, "refs/tags/main") == resolve(found, "refs/heads/main~1")


def test_resolve_is_not_kept_from_head_or_a_commit_by_a_branch_of_that_name(
    repository: Path,
) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "update-ref", "refs/heads/HEAD", first)
    git(repository, "update-ref", f"refs/heads/{first}", first)
    git(repository, "update-ref", f"refs/heads/{first[:8]}", first)
    assert {resolve(opened(repository), name) for name in ("HEAD", first, first[:8])} == {first}


@pytest.mark.parametrize("revision", ["main@{2026-11-20}", "HEAD@{yesterday}", "@{noon}"])
def test_resolve_refuses_dates(repository: Path, revision: str) -> None:
    with pytest.raises(HistoryError, match="date") as raised:
        resolve(opened(repository), revision)
    assert raised.value.hints == (NextStep(StepKind.NAME_REVISION),)


@pytest.mark.parametrize("revision", ["nothing", "HEAD~99", "HEAD:README.md", "main..main"])
def test_resolve_refuses_what_is_no_commit(repository: Path, revision: str) -> None:
    with pytest.raises(HistoryError, match="There is no revision"):
        resolve(opened(repository), revision)


def test_resolve_names_the_fetch_depth_in_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    commit_file(repository, "a", "a")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    with pytest.raises(HistoryError, match="shallow") as raised:
        resolve(opened(tmp_path / "shallow"), first)
    assert "fetch-depth: 0" in str(raised.value.hints)


def test_changed_since_names_changed_added_deleted_and_untracked_files(repository: Path) -> None:
    for name in ("same", "edited", "deleted", "dirty"):
        commit_file(repository, f"okrs/{name}.yaml", name)
    commit_file(repository, ".gitignore", "*.tmp\n")
    first = git(repository, "rev-parse", "HEAD")
    commit_file(repository, "okrs/edited.yaml", "2")
    commit_file(repository, "okrs/added.yaml", "2")
    commit_file(repository, "elsewhere.yaml", "2")
    git(repository, "rm", "--quiet", "okrs/deleted.yaml")
    (repository / "okrs/dirty.yaml").write_text("2", encoding="utf-8")
    (repository / "okrs/new").mkdir()
    (repository / "okrs/new/ü.yaml").write_text("2", encoding="utf-8")
    (repository / "okrs/a.tmp").write_text("2", encoding="utf-8")
    found = opened(repository)
    expected = {"edited.yaml", "added.yaml", "deleted.yaml", "dirty.yaml", "new/ü.yaml"}
    assert changed_since(found, first, repository / "okrs") == expected
    assert changed_since(found, first, repository) == {
        "elsewhere.yaml",
        *(f"okrs/{name}" for name in expected),
    }


@pytest.mark.parametrize("held", [[], ["index.lock"]])
def test_reading_takes_no_lock_and_writes_nothing_while_somebody_commits(
    repository: Path, held: list[str]
) -> None:
    commit_file(repository, "a.yaml", "a")
    (repository / "a.yaml").write_text("b", encoding="utf-8")
    for name in ("HEAD.lock", "okr.lock", *held):
        (repository / ".git" / name).touch()
    os.utime(repository / "README.md", (0, 0))  # git would like to note that in the index
    before = photograph(repository)
    found = opened(repository)
    assert files_at(found, "HEAD", repository)["a.yaml"] == b"a"
    assert changed_since(found, "HEAD", repository) == {"a.yaml"}
    assert [file.name for file in found.uncommitted_files(repository)] == ["a.yaml"]
    assert len(log(found, repository).entries) == 2
    assert photograph(repository) == before


def test_contents_are_read_by_their_names_in_a_log(repository: Path) -> None:
    commit_file(repository, "data/a b.yaml", "one\n")
    commit_file(repository, "data/a b.yaml", "two\n")
    found = opened(repository)
    blobs = [entry.files["a b.yaml"].blob for entry in log(found, repository / "data").entries]

    assert [*contents_of(found, blobs).values()] == [b"one\n", b"two\n"]


def test_content_that_there_is_not_is_refused(repository: Path) -> None:
    with pytest.raises(HistoryError, match="not in this clone"):
        contents_of(opened(repository), ["1" * 40])
