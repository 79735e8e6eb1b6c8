from pathlib import Path

import pytest

from okrcli.actions.schema import refresh_schemas
from okrcli.errors import WorkspaceError
from okrcli.storage.files import write_all
from okrcli.storage.layout import MAX_BYTES, Kind
from okrcli.storage.schemas import schema_files


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return a workspace whose schemas are up to date."""
    write_all(refresh_schemas(tmp_path).change.writes, tmp_path)
    return tmp_path


def test_all_are_missing_at_first(tmp_path: Path) -> None:
    refresh = refresh_schemas(tmp_path)

    assert (refresh.missing, refresh.is_first) == (frozenset(schema_files()), True)
    assert refresh.change.message.startswith("Refresh JSON Schemas: ")


def test_nothing_is_written_when_all_are_up_to_date(fresh: Path) -> None:
    assert refresh_schemas(fresh).writes == {}


def test_old_ones_alone_are_written(fresh: Path) -> None:
    old = fresh / Kind.KPI.schema
    old.write_text("{}\n")
    refresh = refresh_schemas(fresh)

    assert [*refresh.writes] == [Kind.KPI.schema]
    assert (refresh.missing, refresh.is_first) == (frozenset(), False)
    assert refresh.change.writes[0].expected == b"{}\n"
    assert refresh.change.message == "Refresh JSON Schemas: kpi\n"


def test_line_ends_that_git_gives_files_on_windows_are_no_change(fresh: Path) -> None:
    file = fresh / Kind.KPI.schema
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert refresh_schemas(fresh).writes == {}


def test_link_out_of_the_workspace_is_not_followed(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.json"
    outside.write_text("mine\n")
    file = fresh / Kind.KPI.schema
    file.unlink()
    file.symlink_to(outside)

    with pytest.raises(WorkspaceError):
        refresh_schemas(fresh)


def test_file_that_is_no_schema_is_left_alone(fresh: Path) -> None:
    (fresh / Kind.KPI.schema).write_bytes(b" " * (MAX_BYTES + 1))

    with pytest.raises(WorkspaceError, match="too large to be a JSON Schema"):
        refresh_schemas(fresh)
