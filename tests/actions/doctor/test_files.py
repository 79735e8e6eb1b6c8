from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.doctor.files import file_diagnoses
from okrcli.storage.unfinished import UnfinishedFiles
from okrcli.storage.workspace import load_plan
from okrcli.views.doctor import Diagnosis, State
from tests.cli.workspaces import FILES, SETTINGS, write
from tests.repositories import make_committed

DAY = date(2026, 11, 20)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def found(root: Path, state_folder: Path | None = None) -> dict[str, Diagnosis]:
    diagnoses = file_diagnoses(root, load_plan(root), state_folder)
    return {each.about: each for each in diagnoses if each.state is not State.OK}


def test_files_in_order_are_counted(root: Path) -> None:
    told = [each.message for each in file_diagnoses(root, load_plan(root), None)]

    assert told[0] == "7 files can be read."
    assert set(found(root)) == {"schemas"}


def test_file_that_cannot_be_read_is_an_error_and_one_with_errors_a_warning(root: Path) -> None:
    write(root, {"kpis/nps.yaml": "title: NPS\ntraget: 3\n"})
    assert found(root)["files"].state is State.WARNING
    write(root, {"kpis/nps.yaml": "title: ["})
    assert found(root)["files"].state is State.ERROR
    assert "kpis/nps.yaml" in found(root)["files"].message


def test_schemas_of_another_version_are_out_of_date(root: Path) -> None:
    write(root, {".okr/kpi.schema.json": "{}\n"})

    assert found(root)["schemas"].state is State.WARNING
    assert ".okr/kpi.schema.json" in found(root)["schemas"].message


def test_check_in_that_is_not_committed_is_told_with_what_to_run(root: Path) -> None:
    write(root, {"checkins/2026/2026-11-20-ana-00000009.yaml": "date: 2026-11-20\nby: ana\n"})

    assert "git add -- checkins && git commit -- checkins" in found(root)["check-ins"].message


def test_half_written_check_in_is_told_and_kept(root: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    files = UnfinishedFiles(state, root)
    assert files.keep(b"{}")
    assert "check-ins" not in found(root, state)
    files.close()
    assert found(root, state)["check-ins"].message.startswith("1 check-in half-written")
    assert found(root, state)["check-ins"].state is State.NOTE


def test_folder_that_cannot_be_written_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)

    assert found(root)["files"].message.endswith("can be read, and not written.")


def test_missing_time_zones_are_an_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {"okr.yaml": f"{SETTINGS}calendar: {{time_zone: America/Bogota}}\n"})
    plan = load_plan(root)
    for name in ("knows_zones", "zone_of"):
        monkeypatch.setattr(f"okrcli.actions.doctor.files.{name}", lambda *_: None)

    assert "time zone" in {each.about for each in file_diagnoses(root, plan, None)}
