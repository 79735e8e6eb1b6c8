import os
from pathlib import Path

from okrcli.storage.signature import signature_of
from tests.cli.workspaces import FILES, write


def test_signature_is_the_same_until_a_file_is_written(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    before = signature_of(root)
    assert before == signature_of(root)
    assert before.keys() >= {"okr.yaml", "objectives/2026-Q4/cx-leader.yaml"}

    (root / "okr.yaml").write_bytes((root / "okr.yaml").read_bytes() + b"\n")
    assert signature_of(root) != before


def test_another_file_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    settings, other = root / "okr.yaml", root / "new.tmp"
    before = signature_of(root)
    other.write_bytes(settings.read_bytes())
    time = settings.stat().st_mtime_ns
    os.utime(other, ns=(time, time))
    other.replace(settings)
    assert signature_of(root) != before


def test_files_that_come_and_go_are_noticed(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    before = signature_of(root)
    (root / "improvements").mkdir(exist_ok=True)
    (root / "improvements/new.yaml").touch()
    assert signature_of(root).keys() - before.keys() == {"improvements/new.yaml"}
    (root / "okr.yaml").unlink()
    assert "okr.yaml" not in signature_of(root)


def test_what_is_no_file_of_the_workspace_does_not_matter(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    before = signature_of(root)
    (root / "notes.txt").touch()
    (root / "objectives/.swap").touch()
    assert signature_of(root) == before
