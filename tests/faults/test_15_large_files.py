"""A file over the size limit is an error and not read; many files are all read."""

from pathlib import Path

import pytest

from okrcli.storage.layout import MAX_BYTES
from okrcli.storage.workspace import load_plan, plan_of
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write


@pytest.mark.parametrize("path", ["kpis/nps.yaml", "okr.yaml"])
def test_file_over_the_limit_is_an_error_and_not_read(tmp_path: Path, path: str) -> None:
    write(tmp_path, FILES)
    (tmp_path / path).write_bytes(b"title: " + b"x" * MAX_BYTES)

    plan = load_plan(tmp_path)
    told = [(each.rule.code, each.message) for each in plan.findings if each.place.path == path]
    assert told == [("E001", "The file has 8,388,615 bytes; the limit is 8,388,608.")]
    assert path not in plan.sources
    assert path in plan.unreadable


@pytest.mark.parametrize("arguments", [("rule", "E001"), ("read", "Raise NPS from 40 to 60")])
def test_settings_over_the_limit_are_not_read_by_any_command(
    run_okr: Okr, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    write(tmp_path, {"okr.yaml": f"name: {'x' * MAX_BYTES}\n"})

    assert run_okr(tmp_path, *arguments).code == 0


def test_ten_thousand_files_are_read() -> None:
    text = b"date: 2026-11-20\nby: ana\n"
    files = {f"checkins/2026/{n:05}.yaml": text for n in range(10_000)}

    plan = plan_of({"okr.yaml": b"version: 1\n", **files})
    assert len(plan.checkins) == 10_000
    assert plan.findings == ()


@pytest.mark.parametrize("size", [33 * 1024 * 1024, None])
def test_baseline_without_end_is_refused(okr: Okr, root: Path, size: int | None) -> None:
    path = "/dev/zero"
    if size:
        path = "baseline.json"
        (root / path).write_bytes(b" " * size)

    ran = okr("check", "--baseline", path)
    assert (ran.code, "has more than 33,554,432 bytes" in ran.err) == (2, True), ran.err


def test_baseline_that_is_a_pipe_without_a_writer_is_not_waited_for(okr: Okr, root: Path) -> None:
    import os  # noqa: PLC0415  only here

    os.mkfifo(root / "pipe")
    ran = okr("check", "--baseline", "pipe")
    assert (ran.code, "is not a baseline file of okr" in ran.err) == (2, True), ran.err
