import os
from pathlib import Path

import pytest

from okrcli.storage.gathering import Gathering
from okrcli.storage.layout import Kind


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("okr.yaml", "kpis/nps.yaml", "checkins/2026/11/a.yaml", "notes/b.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("a: 1\n")
    return tmp_path


def test_files_are_those_of_the_workspace(root: Path) -> None:
    files = {*Gathering(root).files()}
    assert files == {"okr.yaml", "kpis/nps.yaml", "checkins/2026/11/a.yaml"}
    assert {*Gathering(root).files(without=Kind.CHECKIN)} == {"okr.yaml", "kpis/nps.yaml"}


def test_contents_come_in_the_order_of_the_paths_and_what_cannot_be_read_is_told(
    root: Path,
) -> None:
    gathering = Gathering(root)
    files = gathering.contents(["okr.yaml", "kpis/gone.yaml", "kpis/nps.yaml"])
    assert [*files] == [("kpis/nps.yaml", b"a: 1\n"), ("okr.yaml", b"a: 1\n")]
    assert [finding.place.path for finding in gathering.findings] == ["kpis/gone.yaml"]
    assert gathering.unreadable == {"kpis/gone.yaml"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_not_followed(root: Path) -> None:
    (root / "kpis/link.yaml").symlink_to(root / "notes/b.yaml")
    gathering = Gathering(root)
    assert "kpis/link.yaml" not in {*gathering.files()}
    assert gathering.unreadable == {"kpis/link.yaml"}
