from pathlib import Path

from okrcli.render.text.changes import set_up_lines, would_write_lines, written_files
from okrcli.storage.files import Removal, Write

ROOT = Path("/team")
NEW = Write(ROOT / "kpis/nps.yaml", b"title: NPS\nunit: points\n")
CHANGED = Write(ROOT / "okr.yaml", b"version: 1\nname: B\n", b"version: 1\nname: A\n")


def test_files_are_new_or_changed() -> None:
    assert [*written_files(ROOT, [NEW, CHANGED])] == [
        {"path": "kpis/nps.yaml", "change": "new"},
        {"path": "okr.yaml", "change": "changed"},
    ]


def test_dry_run_shows_the_commit_and_the_lines_that_would_change() -> None:
    assert [*would_write_lines(ROOT, "Add KPI: nps\n\nWhy not.\n", [NEW, CHANGED])] == [
        "Nothing was written. The commit would be `Add KPI: nps`.",
        "new kpis/nps.yaml",
        "  +title: NPS",
        "  +unit: points",
        "changed okr.yaml",
        "  @@ -1,2 +1,2 @@",
        "   version: 1",
        "  -name: A",
        "  +name: B",
    ]


def test_files_that_go_are_removed() -> None:
    gone = Removal(ROOT / "kpis/csat.yaml", b"title: CSAT\n")

    assert [*written_files(ROOT, [], [gone])] == [{"path": "kpis/csat.yaml", "change": "removed"}]
    assert [*would_write_lines(ROOT, "Remove KPI: csat", [], [gone])] == [
        "Nothing was written. The commit would be `Remove KPI: csat`.",
        "removed kpis/csat.yaml",
    ]


def test_dry_run_shows_the_beginning_of_a_long_file() -> None:
    long = Write(ROOT / "a.yaml", b"x\n" * 50)

    assert [*would_write_lines(ROOT, "Import", [long])][-1] == "  and 10 more lines"


def test_files_of_a_folder_that_has_many_are_counted() -> None:
    many = [ROOT / f"checkins/2026/{number}.yaml" for number in range(9)]

    assert [*set_up_lines(ROOT, [ROOT / "okr.yaml", *many], [ROOT / "kpis/nps.yaml"])] == [
        "  new   checkins/2026/  (9 files)",
        "  new   okr.yaml",
        "  kept  kpis/nps.yaml",
    ]


def test_nothing_that_was_missing_is_said() -> None:
    assert [*set_up_lines(ROOT, [], [ROOT / "okr.yaml"])] == [
        "  kept  okr.yaml",
        "Nothing was missing.",
    ]
