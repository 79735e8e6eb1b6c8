from pathlib import Path

import pytest

from okrcli.actions.check.fixing import FixResult, write_fixes
from okrcli.checks.run import safe_fixes
from okrcli.errors import WorkspaceError
from okrcli.storage.workspace import load_plan
from tests.checks.workspaces import TODAY
from tests.cli.workspaces import write

CX = "objectives/2026-Q4/cx.yaml"
ODD, USUAL = "Vender\u00a0sin esperas", "Vender sin esperas"


def fixed(root: Path, files: dict[str, str]) -> FixResult:
    write(root, {"okr.yaml": "version: 1\n", **files})
    plan = load_plan(root)
    return write_fixes(root, plan, safe_fixes(plan, TODAY))


def test_text_is_written_with_its_usual_characters_and_nothing_else_changes(tmp_path: Path) -> None:
    text = f"title: {ODD}   # ours\nkey_results:\n  - {{id: a,  title: {ODD}, type: binary}}\n"
    done = fixed(tmp_path, {CX: text})

    assert (tmp_path / CX).read_text() == text.replace(ODD, USUAL)
    assert len(done.done) == 2
    assert all(line.startswith(f"{CX}:") for line in done.done)
    assert done.remarks == []


def test_comment_that_silences_nothing_is_taken_out(tmp_path: Path) -> None:
    done = fixed(tmp_path, {CX: "# okr: ignore[E004]\ntitle: A  # okr: ignore[E003, R402] soon\n"})

    assert (tmp_path / CX).read_text() == "title: A  # okr: ignore[R402] soon\n"
    assert len(done.done) == 2


def test_nothing_to_mend_writes_nothing(tmp_path: Path) -> None:
    assert fixed(tmp_path, {CX: "title: A\n"}) == FixResult([], [])


def test_comment_in_a_file_that_was_not_read_in_full_stays(tmp_path: Path) -> None:
    text = "title: A  # okr: ignore[E004]\nonwer: ana\n"

    assert fixed(tmp_path, {CX: text}).done == []
    assert (tmp_path / CX).read_text() == text


def test_text_that_cannot_be_changed_in_place_is_told_and_left(tmp_path: Path) -> None:
    text = "title: >-\n  Vender\u00a0sin\n  esperas\n"
    done = fixed(tmp_path, {CX: text, "kpis/nps.yaml": f"title: {ODD}\n"})

    assert (tmp_path / CX).read_text() in {text, text.replace("\u00a0", " ")}
    assert (tmp_path / "kpis/nps.yaml").read_text() == f"title: {USUAL}\n"
    assert len(done.done) + len(done.remarks) == 2


def test_file_that_changed_meanwhile_is_left_with_all_others(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"okr.yaml": "version: 1\n", CX: f"title: {ODD}\n", "kpis/a.yaml": f"title: {ODD}\n"},
    )
    plan = load_plan(tmp_path)
    write(tmp_path, {CX: "title: Mine\n"})

    with pytest.raises(WorkspaceError):
        write_fixes(tmp_path, plan, safe_fixes(plan, TODAY))
    assert (tmp_path / CX).read_text() == "title: Mine\n"
    assert (tmp_path / "kpis/a.yaml").read_text() == f"title: {ODD}\n"
