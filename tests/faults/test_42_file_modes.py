"""The modes of files are kept."""

from pathlib import Path

from okrcli.storage.files import replace, write_new
from tests.faults.disk import everything, mode
from tests.windows import needs_modes


@needs_modes
def test_replace_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace(path, b"new", b"old", tmp_path)
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o640
    assert everything(tmp_path) == {"a.yaml"}


def test_write_new_gives_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_new(tmp_path / "a.yaml", b"a", tmp_path)
    assert mode(tmp_path / "a.yaml") == mode(tmp_path / "usual")
