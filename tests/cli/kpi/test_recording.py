from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.kpi.reading_files import Recorder
from okrcli.actions.workspace import Workspace
from okrcli.cli.kpi import recording
from okrcli.cli.kpi.recording import ReadingSaver
from okrcli.cli.saving import open_saver
from okrcli.cli.writing import SavingWish
from okrcli.compute.kpis.comparison import KpiComparison
from okrcli.model.readings import DatedReading
from okrcli.storage.files import Write
from tests.actions.recorded import NOW, TODAY
from tests.builders import a_plan
from tests.repositories import last_commit

PATH = "checkins/2026/2026-11-20-ana-00000001.yaml"
READING = DatedReading("nps", TODAY, Decimal(47))
SAME = [KpiComparison("nps", READING, READING, unchanged=2)]


def a_saver(root: Path, *, dry_run: bool = False) -> ReadingSaver:
    wish = SavingWish.of(push=False, no_commit=False, dry_run=dry_run)
    recorder = Recorder(Workspace(root, a_plan(), TODAY), "ana", NOW)
    return ReadingSaver(recorder, open_saver(root, wish))


def a_change(root: Path) -> Change:
    return Change((Write(root / PATH, b"date: 2026-11-20\nby: ana\n"),), "Import: nps\n", (PATH,))


def test_readings_are_committed_and_it_is_said_where(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_saver(repository).save(a_change(repository), [], ["nps: 1 new"])

    assert last_commit(repository) == ("Import: nps", [PATH])
    assert capsys.readouterr().out.startswith(f"nps: 1 new\nRecorded in {PATH}.\nCommitted as ")


def test_nothing_new_is_no_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_saver(repository).save(None, SAME, ["nps: 2 unchanged"])

    assert capsys.readouterr() == ("Nothing new: 2 readings are already recorded.\n", "")
    assert last_commit(repository)[1] == ["README.md"]


def test_dry_run_says_how_much_it_would_be(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_saver(repository, dry_run=True).save(a_change(repository), [], [])

    assert capsys.readouterr().out == (
        "Nothing was written. This would write 1 file in checkins/2026/: 25 bytes.\n"
        "The commit would be `Import: nps`.\n"
    )
    assert not (repository / "checkins").exists()


def test_who_waits_for_many_readings_is_told_what_for(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(recording, "progress", told.append)
    a_saver(repository).save(a_change(repository), [], [])
    assert told == []

    monkeypatch.setattr(recording, "_LARGE", 26)
    other = Write(repository / "checkins/2026/b.yaml", b"date: 2026-11-20\nby: ana\n" + b"\n")
    a_saver(repository).save(Change((other,), "Import: nps\n", (PATH,)), [], [])
    assert told == ["Writing 1 file, 26 bytes …"]
