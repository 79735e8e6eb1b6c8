from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.sparse import files_left_out, may_be_sparse, require_in_checkout
from tests.history.builders import opened
from tests.repositories import commit_file, git


@pytest.fixture
def sparse(repository: Path) -> Path:
    """Return a repository of which only the folder `here` is on the disk."""
    for name in ("here/a.yaml", "there/a.yaml", "there/b.txt"):
        commit_file(repository, name, "a\n")
    git(repository, "sparse-checkout", "set", "here")
    return repository


def test_sparse_checkout_is_told_by_its_file(sparse: Path, tmp_path: Path) -> None:
    assert may_be_sparse(sparse / "here")
    assert opened(sparse).is_sparse()
    git(sparse, "sparse-checkout", "disable")
    assert not opened(sparse).is_sparse()
    assert not may_be_sparse(tmp_path)


def test_files_left_out_are_those_wanted_and_not_on_the_disk(sparse: Path) -> None:
    def wanted(name: str) -> bool:
        return name.endswith(".yaml")

    assert files_left_out(opened(sparse), sparse, wanted) == ("there/a.yaml",)
    assert files_left_out(opened(sparse), sparse / "there", wanted) == ("a.yaml",)
    assert files_left_out(opened(sparse), sparse / "here", wanted) == ()
    (sparse / "there").mkdir()
    (sparse / "there/a.yaml").write_text("a\n", encoding="utf-8")
    assert files_left_out(opened(sparse), sparse, wanted) == ()


def test_new_file_must_be_in_the_checkout(sparse: Path) -> None:
    require_in_checkout(opened(sparse), ["here/new.yaml", "top.yaml"])
    with pytest.raises(HistoryError, match=r"there/new\.yaml"):
        require_in_checkout(opened(sparse), ["here/new.yaml", "there/new.yaml"])
    git(sparse, "sparse-checkout", "disable")
    require_in_checkout(opened(sparse), ["there/new.yaml"])
