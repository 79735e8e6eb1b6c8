"""Files that are changed before they are written."""

from pathlib import Path

from okrcli.actions.naming.edited_files import EditedFiles
from tests.cli.workspaces import write

PATH = "kpis/nps.yaml"


def test_changes_add_up_and_a_file_gets_another_name(tmp_path: Path) -> None:
    files = EditedFiles(write(tmp_path, {PATH: "title: NPS\n", "kpis/b.yaml": "title: B\n"}))
    files.set(PATH, ("title",), "Promoters")
    files.append(PATH, ("formerly",), "nps")
    files.rename(PATH, "kpis/promoters.yaml")
    files.document("kpis/b.yaml")
    text = b"title: Promoters\nformerly: [nps]\n"
    [written], [gone] = files.writes, files.removals
    assert (written.path, written.content, written.expected) == (
        tmp_path / "kpis/promoters.yaml",
        text,
        None,
    )
    assert (gone.path, gone.expected) == (tmp_path / PATH, b"title: NPS\n")
    assert files.paths == ("kpis/promoters.yaml", "kpis/b.yaml")
