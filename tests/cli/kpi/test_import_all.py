import os
from pathlib import Path
from typing import get_args

import pytest

from okrcli.choices import TableFormat
from tests.cli.checkin.test_app import new_checkins, only_checkin
from tests.cli.conftest import Okr
from tests.cli.workspaces import KPI
from tests.imports import LONG, READINGS, beside, file_of, imported
from tests.repositories import commit_file, git, photograph

SOURCE = f"{KPI}source: {{file: data/nps.csv, columns: {{date: Tag, value: Wert}}}}\n"


def test_all_reads_the_files_that_the_kpis_name(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/nps.yaml", SOURCE)
    shared = SOURCE.replace("Wert", "Zufrieden")
    commit_file(root, "kpis/csat.yaml", shared)
    commit_file(root, "data/nps.csv", "Tag,Wert,Zufrieden\n2026-10-02,41,79\n2026-10-09,42,80\n")
    ran = okr("kpi", "import", "--all")

    assert ran.code == 0, ran.err
    assert sorted(imported([only_checkin(root)])) == [
        ("csat", "2026-10-02", "79", None),
        ("csat", "2026-10-09", "80", None),
        ("nps", "2026-10-02", "41", None),
        ("nps", "2026-10-09", "42", None),
    ]
    assert only_checkin(root).note == "Imported from nps.csv"
    assert okr("kpi", "import", "--all").out == "Nothing new: 4 readings are already recorded.\n"


def test_all_reads_only_the_kpis_that_are_named(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/nps.yaml", SOURCE.replace(", columns: {date: Tag, value: Wert}", ""))
    commit_file(root, "kpis/csat.yaml", SOURCE.replace("nps.csv", "missing.csv"))
    commit_file(root, "data/nps.csv", LONG)

    assert okr("kpi", "import", "--all", "nps").code == 0
    assert {each.kpi for each in only_checkin(root).readings} == {"nps"}
    assert (
        "there is no file 'data/missing.csv' in the workspace" in okr("kpi", "import", "--all").err
    )


def test_all_is_all_or_nothing_across_files(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/nps.yaml", SOURCE)
    commit_file(root, "kpis/csat.yaml", SOURCE.replace("nps.csv", "csat.csv"))
    commit_file(root, "data/nps.csv", "Tag,Wert\n2026-10-02,41\n")
    commit_file(root, "data/csat.csv", "Tag,Wert\n2026-10-02,x\n")
    before = photograph(root)
    ran = okr("kpi", "import", "--all")

    assert ran.code == 3
    assert "data/csat.csv:2: " in ran.err
    commit_file(root, "data/nps.csv", "Tag,Wert\n2026-10-02,y\n")
    both = okr("kpi", "import", "--all").err
    assert "data/csat.csv:2: " in both
    assert "data/nps.csv:2: " in both
    assert new_checkins(root) == []
    assert before.keys() <= photograph(root).keys()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("../outside.csv", "is outside the workspace"),
        ("/etc/passwd", "is outside the workspace"),
        ("data/link.csv", "is outside the workspace"),
        ("data/folder/outside.csv", "is outside the workspace"),
        ("data/loop.csv", "data/loop.csv"),
        ("data/pipe", "there is no file 'data/pipe'"),
        ("data", "there is no file 'data'"),
        (".git/config", "one of git's own files"),
        ("data/git/config", "one of git's own files"),
    ],
)
def test_source_outside_of_the_workspace_is_refused(
    okr: Okr, root: Path, file: str, said: str
) -> None:
    outside = Path(beside(root, "outside.csv", "date,value\n2026-10-02,41\n"))
    (root / "data").mkdir()
    (root / "data/link.csv").symlink_to(outside)
    (root / "data/folder").symlink_to(root.parent)
    (root / "data/loop.csv").symlink_to("loop.csv")
    (root / "data/git").symlink_to("../.git")
    os.mkfifo(root / "data/pipe")
    commit_file(root, "kpis/nps.yaml", f"{KPI}source: {{file: {file}}}\n")
    head = git(root, "rev-parse", "HEAD")
    ran = okr("kpi", "import", "--all")

    assert (ran.code, said in ran.err) == (3, True), ran.err
    assert git(root, "rev-parse", "HEAD") == head
    assert new_checkins(root) == []


@pytest.mark.parametrize("format_", get_args(TableFormat))
def test_source_and_import_read_the_same_formats(
    okr: Okr, root: Path, format_: TableFormat
) -> None:
    content = Path(file_of(format_, root)).read_bytes()
    (root / "data").mkdir()
    (root / "data/export").write_bytes(content)
    commit_file(root, "kpis/nps.yaml", f"{KPI}source: {{file: data/export, format: {format_}}}\n")
    from_source = okr("kpi", "import", "--all")
    imported_nps = imported([only_checkin(root)])
    from_import = okr("kpi", "import", "data/export", "--format", format_)

    assert (from_source.code, from_import.code) == (0, 0), from_source.err + from_import.err
    both = imported(new_checkins(root))
    assert sorted(imported_nps) == sorted(each for each in READINGS if each[0] == "nps")
    assert sorted(both) == sorted(READINGS)
