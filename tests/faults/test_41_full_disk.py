"""A full disk leaves old files whole, and nothing new."""

import errno
import os
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.files import replace
from tests.cli.conftest import Okr
from tests.faults.commands import CHANGING, MAKING, require_refusal
from tests.faults.disk import everything, failing
from tests.repositories import photograph
from tests.windows import needs_limits


def test_full_disk_leaves_old_files_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(WorkspaceError, match="No space left on device") as raised:
        replace(tmp_path / "a.yaml", b"new", b"old", tmp_path)
    assert raised.value.exit_code == 3
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert everything(tmp_path) == {"a.yaml"}


@needs_limits
def test_replace_leaves_the_old_file_whole_when_the_system_takes_no_more(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  not on Windows

    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(WorkspaceError, match="could not be written"):
            replace(path, b"new" * 1000, b"old", tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert everything(tmp_path) == {"a.yaml"}


def test_check_in_on_a_full_disk_changes_nothing(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = photograph(root)
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))

    ran = okr("checkin", "csat", "71")
    assert (ran.code, "No space left on device. Nothing was changed." in ran.err) == (3, True)
    assert photograph(root) == before
    assert not (root / "checkins/2026/11").exists()


@pytest.mark.parametrize("arguments", [*CHANGING, *MAKING], ids=" ".join)
def test_change_on_a_full_disk_changes_nothing(
    okr: Okr, root: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    require_refusal(okr, root, arguments, "No space left on device. Nothing was changed.")


@pytest.mark.parametrize("arguments", [*CHANGING, *MAKING], ids=" ".join)
@pytest.mark.parametrize("step", ["os.link", "os.replace"])
def test_change_of_which_a_part_cannot_be_written_changes_nothing(
    okr: Okr,
    root: Path,
    arguments: tuple[str, ...],
    step: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder that takes nothing more, at the last moment."""
    uses_step = (step == "os.link") == (arguments[0] in {"rename", "carry", "new", "retract"})
    if not uses_step:
        return
    monkeypatch.setattr(step, failing(errno.EROFS))
    require_refusal(okr, root, arguments, "Read-only file system. Nothing was changed.")
