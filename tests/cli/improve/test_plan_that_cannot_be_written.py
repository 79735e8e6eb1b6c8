"""What stands in the way of a commit is refused before anything is written."""

from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.saving import Saving
from tests.cli.conftest import Okr
from tests.cli.improve.plans import (
    FILE,
    PLAN,
    refused,
)
from tests.cli.workspaces import TODAY, write
from tests.repositories import git, photograph


@pytest.mark.parametrize("command", [("close",), ("follow-up", "x")])
def test_closed_plan_is_left_alone(okr: Okr, opened: Path, command: tuple[str, ...]) -> None:
    okr("improve", "close", "csat", "--note", "Enough.")
    before = photograph(opened)

    name, *rest = command
    ran = okr("improve", name, PLAN, *rest)
    assert ran.code == 3
    refused(ran, opened, before, f"was closed on {TODAY}.", "`okr improve open csat`")


@pytest.mark.parametrize(
    "command", [("close", "csat", "--note", "x"), ("follow-up", "csat", "x", "--done", "1")]
)
class TestFaults:
    """What stands in the way of a commit is refused before anything is written."""

    def test_staged_part_of_the_plan_is_refused(
        self, okr: Okr, opened: Path, command: tuple[str, ...]
    ) -> None:
        file = opened / FILE
        text = file.read_text()
        file.write_text(f"{text}# staged\n")
        git(opened, "add", FILE)
        file.write_text(f"{text}# staged\n# and not staged\n")
        before = photograph(opened)

        ran = okr("improve", *command)
        assert ran.code == 3
        refused(ran, opened, before, FILE)

    def test_missing_identity_is_refused(
        self,
        okr: Okr,
        opened: Path,
        command: tuple[str, ...],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        git(opened, "config", "user.useConfigOnly", "true")
        before = photograph(opened)

        ran = okr("improve", *command)
        assert ran.code == 3
        refused(ran, opened, before, "user.name")

    def test_plan_that_changes_meanwhile_is_refused(
        self, okr: Okr, opened: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file, save = opened / FILE, Saving.save

        def late(saving: Saving, change: Change) -> object:
            file.write_text(file.read_text() + "# by somebody else\n")
            return save(saving, change)

        monkeypatch.setattr(Saving, "save", late)
        ran = okr("improve", *command)

        assert (ran.code, ran.out) == (3, "")
        assert "has changed since it was read" in ran.err
        assert git(opened, "status", "--porcelain") == f" M {FILE}"

    def test_plan_that_cannot_be_read_is_left_as_it_is(
        self, okr: Okr, opened: Path, command: tuple[str, ...]
    ) -> None:
        file = opened / FILE
        file.write_text(file.read_text().replace("kpi: csat", "kpi: [csat"))
        before = photograph(opened)

        ran = okr("improve", *command)
        assert ran.code == 3
        refused(ran, opened, before, f"Unreadable: {FILE}.")

    def test_other_work_stays_as_it_was(
        self, okr: Okr, opened: Path, command: tuple[str, ...]
    ) -> None:
        write(opened, {"staged.txt": "a", "kpis/notes.txt": "b"})
        git(opened, "add", "staged.txt")

        assert okr("improve", *command).code == 0
        assert git(opened, "status", "--porcelain") == "A  staged.txt\n?? kpis/notes.txt"
