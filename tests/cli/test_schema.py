from pathlib import Path
from typing import get_args

import pytest

from okrcli.actions.init.examples import example_names
from okrcli.cli.schema import KindName
from okrcli.storage.layout import Kind, kind_of, modeline
from okrcli.storage.schemas import schema_files
from tests.cli.conftest import Okr
from tests.repositories import git, photograph

OLD = b'{"title": "of an older okr"}\n'


def schemas_in(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in schema_files() if (root / path).exists()}


def first_lines(root: Path) -> dict[str, str]:
    """Return the first line of every file of the workspace *root*."""
    files = {file.relative_to(root).as_posix(): file for file in root.rglob("*.yaml")}
    return {
        path: file.read_text(encoding="utf-8").partition("\n")[0]
        for path, file in files.items()
        if kind_of(path)
    }


def test_schema_writes_all_of_them_in_a_commit_of_their_own(okr: Okr, root: Path) -> None:
    (root / "okr.yaml").write_text("version: 1\n# mine\n")

    ran = okr("schema")
    assert ran.code == 0, ran.err
    assert schemas_in(root) == schema_files()
    assert git(root, "status", "--porcelain") == " M okr.yaml"
    assert git(root, "log", "-1", "--format=%s").startswith("Refresh JSON Schemas: settings,")
    assert "new      .okr/kpi.schema.json" in ran.out
    assert "# yaml-language-server: $schema=../.okr/kpi.schema.json" in ran.out


def test_schema_changes_nothing_when_all_are_up_to_date(okr: Okr, root: Path) -> None:
    okr("schema")
    before = photograph(root)

    ran = okr("schema")
    assert (ran.code, ran.out) == (0, "The JSON Schemas are up to date.\n")
    assert photograph(root) == before


def test_schema_refreshes_the_old_ones_alone(okr: Okr, root: Path) -> None:
    okr("schema")
    (root / ".okr/kpi.schema.json").write_bytes(OLD)
    git(root, "commit", "--all", "--quiet", "--message", "Age")

    ran = okr("schema")
    assert "  changed  .okr/kpi.schema.json" in ran.out
    assert "objective" not in ran.out
    assert schemas_in(root) == schema_files()
    changed = git(root, "show", "--format=%s", "--name-only").split("\n")
    assert changed == ["Refresh JSON Schemas: kpi", "", ".okr/kpi.schema.json"]


def test_schema_restores_a_deleted_one_without_a_commit(okr: Okr, root: Path) -> None:
    okr("schema")
    before = git(root, "rev-parse", "HEAD")
    (root / ".okr/kpi.schema.json").unlink()

    ran = okr("schema")
    assert ran.code == 0, ran.err
    assert "  new      .okr/kpi.schema.json" in ran.out
    assert git(root, "rev-parse", "HEAD") == before
    assert git(root, "status", "--porcelain") == ""


def test_schema_can_leave_the_commit_to_the_user(okr: Okr, root: Path) -> None:
    assert okr("schema", "--no-commit").code == 0
    assert git(root, "status", "--porcelain") == "?? .okr/"


def test_schema_works_outside_of_a_repository(run_okr: Okr, tmp_path: Path) -> None:
    run_okr(tmp_path, "init", "--no-git")
    (tmp_path / ".okr/kpi.schema.json").unlink()

    ran = run_okr(tmp_path, "schema")
    assert ran.code == 0, ran.err
    assert "written but not committed" in ran.err
    assert schemas_in(tmp_path) == schema_files()


def test_check_fails_on_a_missing_one_and_an_old_one_and_writes_nothing(
    okr: Okr, root: Path
) -> None:
    okr("schema")
    (root / ".okr/kpi.schema.json").write_bytes(OLD)
    (root / ".okr/checkin.schema.json").unlink()
    before = photograph(root)

    ran = okr("schema", "--check")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        ".okr/kpi.schema.json is out of date.",
        ".okr/checkin.schema.json is missing.",
    ]
    assert ran.err == "Run `okr schema` to write them.\n"
    assert photograph(root) == before


def test_check_passes_when_all_are_up_to_date(okr: Okr) -> None:
    okr("schema")
    assert okr("schema", "--check").code == 0


@pytest.mark.parametrize("kind", Kind)
def test_stdout_is_one_schema_and_needs_no_workspace(
    run_okr: Okr, tmp_path: Path, kind: Kind
) -> None:
    ran = run_okr(tmp_path, "schema", "--stdout", kind.name.lower())
    assert ran.code == 0, ran.err
    assert ran.out.encode() == schema_files()[kind.schema]
    assert [*tmp_path.iterdir()] == []


def test_stdout_knows_every_kind_of_file() -> None:
    assert [*get_args(KindName)] == [kind.name.lower() for kind in Kind]


@pytest.mark.parametrize("option", ["--check", "--no-commit"])
def test_stdout_goes_with_no_option_about_files(okr: Okr, option: str) -> None:
    ran = okr("schema", "--stdout", "kpi", option)
    assert ran.code == 2
    assert "--stdout writes no file." in ran.err


def test_schema_leaves_alone_those_of_a_newer_okr(okr: Okr, root: Path) -> None:
    (root / "okr.yaml").write_text("version: 99\n")
    (root / ".okr").mkdir()
    (root / ".okr/kpi.schema.json").write_bytes(OLD)

    for options in ((), ("--check",)):
        assert okr("schema", *options).code == 3
    assert schemas_in(root) == {".okr/kpi.schema.json": OLD}


def test_schema_needs_a_workspace(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "schema")
    assert ran.code == 3
    assert "okr init" in ran.err


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_every_sample_names_its_schema_first(run_okr: Okr, tmp_path: Path, language: str) -> None:
    assert run_okr(tmp_path, "init", "--no-git", "--language", language).code == 0

    assert schemas_in(tmp_path) == schema_files()
    lines = first_lines(tmp_path)
    assert lines == {path: modeline(path) for path in lines}
    assert len(lines) == 3


@pytest.mark.parametrize("name", example_names())
def test_every_file_of_an_example_names_its_schema_first(
    run_okr: Okr, tmp_path: Path, name: str
) -> None:
    assert run_okr(tmp_path, "init", "--no-git", "--example", name).code == 0

    assert schemas_in(tmp_path) == schema_files()
    lines = first_lines(tmp_path)
    assert lines == {path: modeline(path) for path in lines}
    assert len(lines) > 3


def test_first_line_leads_to_the_schema_of_the_file(run_okr: Okr, tmp_path: Path) -> None:
    run_okr(tmp_path, "init", "--no-git", "--example", "crm")

    for path, line in first_lines(tmp_path).items():
        kind = kind_of(path)
        assert kind is not None
        named = (tmp_path / path).parent / line.partition("$schema=")[2]
        assert named.resolve() == (tmp_path / kind.schema).resolve()


def test_files_that_are_added_to_a_new_workspace_name_their_schema_first(
    run_okr: Okr, tmp_path: Path
) -> None:
    run_okr(tmp_path, "init")
    before = first_lines(tmp_path)

    assert run_okr(tmp_path, "new", "objective", "Become the leader").code == 0
    assert run_okr(tmp_path, "new", "kpi", "Solved", "--direction", "up", "--draft").code == 0
    assert run_okr(tmp_path, "checkin", "nps", "47").code == 0
    added = {path: line for path, line in first_lines(tmp_path).items() if path not in before}
    assert added == {path: modeline(path) for path in added}
    assert {kind_of(path) for path in added} == {Kind.OBJECTIVE, Kind.KPI, Kind.CHECKIN}


def test_init_run_again_adds_the_schemas_and_leaves_the_files_as_they_are(
    okr: Okr, root: Path
) -> None:
    before = first_lines(root)

    assert okr("init").code == 0
    assert schemas_in(root) == schema_files()
    assert first_lines(root) == before
