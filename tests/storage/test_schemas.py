import json

from okrcli.storage.layout import Kind, modeline
from okrcli.storage.schemas import schema_files, with_modelines


def test_schema_files_are_those_that_the_first_lines_name() -> None:
    assert {*schema_files()} == {kind.schema for kind in Kind}


def test_schema_files_hold_the_schema_of_their_kind() -> None:
    titles = {path: json.loads(content)["title"] for path, content in schema_files().items()}
    assert titles == {
        ".okr/settings.schema.json": "Workspace settings",
        ".okr/objective.schema.json": "Objective",
        ".okr/kpi.schema.json": "KPI",
        ".okr/checkin.schema.json": "Check-in",
        ".okr/improvement.schema.json": "Improvement plan",
    }


def test_modeline_comes_before_all_that_a_file_says() -> None:
    files = {"okr.yaml": b"# Ours\nversion: 1\n", "kpis/nps.yaml": b"title: NPS\n"}
    assert with_modelines(files) == {
        "okr.yaml": f"{modeline('okr.yaml')}\n# Ours\nversion: 1\n".encode(),
        "kpis/nps.yaml": f"{modeline('kpis/nps.yaml')}\ntitle: NPS\n".encode(),
    }


def test_modeline_is_there_once_and_only_in_files_of_a_workspace() -> None:
    files = {"okr.yaml": b"version: 1\n", "README.md": b"Ours\n", ".github/workflows/okr.yml": b""}
    once = with_modelines(files)
    assert with_modelines(once) == once
    assert once["README.md"] == b"Ours\n"
    assert once[".github/workflows/okr.yml"] == b""
