from pathlib import Path

import pytest

from okrcli import system
from okrcli.storage.temporaries import leftovers, remove_leftovers, temporary_for

RANDOM = "0123456789ab"
LEFT = f".nps.yaml.{RANDOM}.okr-tmp"


def left_in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LEFT
    path.write_bytes(b"half of a fi")
    return path


def test_temporary_file_stands_beside_what_it_becomes_under_its_own_name(tmp_path: Path) -> None:
    one, other = (temporary_for(tmp_path / "kpis/nps.yaml") for _ in range(2))

    assert one.parent == other.parent == tmp_path / "kpis"
    assert one != other
    assert one.name.startswith(".nps.yaml.")
    one.parent.mkdir()
    one.touch()
    assert leftovers(tmp_path) == (one,)


@pytest.mark.parametrize(
    "folder",
    ["", ".okr", "kpis", "objectives/2026-Q4", "checkins/2026/11/20", "improvements"],
)
def test_leftovers_are_found_wherever_okr_writes(tmp_path: Path, folder: str) -> None:
    assert leftovers(tmp_path) == ()
    left = left_in(tmp_path / folder)

    assert leftovers(tmp_path) == (left,)
    assert remove_leftovers(tmp_path) == (left,)
    assert not left.exists()


@pytest.mark.parametrize("folder", ["docs", "docs/kpis", ".okr/more"])
def test_other_folders_are_not_looked_into(tmp_path: Path, folder: str) -> None:
    left_in(tmp_path / folder)

    assert leftovers(tmp_path) == ()


@pytest.mark.parametrize(
    "name",
    [
        "nps.yaml",
        f"nps.yaml.{RANDOM}.okr-tmp",
        f".nps.yaml.{RANDOM[:-1]}.okr-tmp",
        f".nps.yaml.{RANDOM[:-1]}g.okr-tmp",
        f".nps.yaml.{RANDOM}.okr-tmp~",
        f"..{RANDOM}.okr-tmp",
    ],
)
def test_files_of_other_names_are_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / "kpis").mkdir()
    (tmp_path / "kpis" / name).touch()

    assert remove_leftovers(tmp_path) == ()
    assert (tmp_path / "kpis" / name).exists()


def test_folder_or_link_with_the_name_of_a_leftover_is_none(tmp_path: Path) -> None:
    (tmp_path / "okr.yaml").touch()
    (tmp_path / LEFT).symlink_to("okr.yaml")
    (tmp_path / "kpis" / LEFT).mkdir(parents=True)

    assert leftovers(tmp_path) == ()


def test_folders_behind_links_are_not_looked_into(tmp_path: Path) -> None:
    left_in(tmp_path / "elsewhere/2026")
    root = tmp_path / "acme"
    root.mkdir()
    (root / "kpis").symlink_to(tmp_path / "elsewhere")
    (root / "checkins").mkdir()
    (root / "checkins/2026").symlink_to(tmp_path / "elsewhere/2026")

    assert leftovers(root) == ()


def test_leftovers_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    made = [left_in(tmp_path / folder) for folder in ("kpis", "checkins/2026", "checkins/2025")]

    assert leftovers(tmp_path) == tuple(sorted(made))


def test_temporary_file_of_an_okr_that_is_running_is_kept(tmp_path: Path) -> None:
    left = left_in(tmp_path / "kpis")
    with left.open("r+b") as file:
        system.hold(file.fileno())
        assert remove_leftovers(tmp_path) == ()
    assert remove_leftovers(tmp_path) == (left,)
