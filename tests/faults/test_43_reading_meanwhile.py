"""A report while someone writes takes no lock, and changes nothing."""

import os
from pathlib import Path

import pytest

from okrcli.history import locks
from okrcli.storage.temporaries import temporary_for
from tests.cli.conftest import Okr
from tests.faults.commands import CHECKIN, READING
from tests.history.builders import opened
from tests.repositories import commit_file, photograph

ALL_THAT_READ = (
    *READING,
    ["report", "--rev", "HEAD"],
    ["check", "--against", "HEAD"],
    ["kpi", "list"],
    ["kpi", "alerts"],
    ["kpi", "show", "nps"],
    ["remind"],
)


@pytest.mark.parametrize("arguments", ALL_THAT_READ, ids=" ".join)
def test_reading_works_while_another_okr_holds_the_lock(
    okr: Okr, root: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)
    with locks.hold_lock(opened(root)):
        assert okr(*arguments).code in {0, 1}
        assert okr(*CHECKIN).code == 3, "a check-in waits"


@pytest.mark.parametrize("arguments", ALL_THAT_READ, ids=" ".join)
def test_reading_changes_no_byte_of_files_index_and_branches(
    okr: Okr, root: Path, arguments: list[str]
) -> None:
    for path in root.glob("*/*.yaml"):  # git would note the new times in its index
        os.utime(path, (1, 1))
    before = photograph(root)
    assert okr(*arguments).code in {0, 1}
    assert photograph(root) == before


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_what_is_half_written_is_not_read(okr: Okr, root: Path, arguments: list[str]) -> None:
    whole = okr(*arguments)
    half = temporary_for(root / "checkins/2026/2026-11-20-ana-00000009.yaml")
    half.write_text("date: 2026-11-20\nkey_resul", encoding="utf-8")
    ran = okr(*arguments)
    assert (ran.code, ran.out) == (whole.code, whole.out)


def test_reading_works_in_a_folder_that_nobody_may_write(okr: Okr, root: Path) -> None:
    folders = [each for each in (root, *root.rglob("*")) if each.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    try:
        codes = [okr(*arguments).code for arguments in READING]
        if not os.access(root, os.W_OK):  # the superuser may write everywhere
            assert okr(*CHECKIN).code == 3
    finally:
        for folder in folders:
            folder.chmod(0o755)

    assert codes == [0] * len(READING)
    assert commit_file(root, "later.txt", "works again\n")
