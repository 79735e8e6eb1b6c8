"""What a surrounding hook says of its own repository has no effect."""

from pathlib import Path

import pytest

from okrcli.history.commit import commit_paths
from tests.history.builders import NAME, change, committed_files, opened, writing_in
from tests.repositories import git, make_repository, photograph


def test_record_has_no_effect_on_the_repository_of_a_surrounding_hook(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_repository(tmp_path / "other")
    change(other, "README.md", "staged\n")
    git(other, "add", "README.md")
    before = photograph(other)
    with monkeypatch.context() as patched:
        patched.setenv("GIT_DIR", str(other / ".git"))
        patched.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
        patched.setenv("GIT_PREFIX", "okrs/")
        commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert photograph(other) == before
    assert committed_files(repository) == [NAME]
