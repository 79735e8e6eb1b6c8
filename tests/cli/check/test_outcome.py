"""The page of a GitHub job: what `okr check` adds to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.cli.check.outcome import MAX_BYTES
from tests.cli.workspaces import FILES, Ran, okr, write
from tests.repositories import git

Check = Callable[..., Ran]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", {**FILES, "kpis/odd.yaml": "title: Odd\ntraget: 5\n"})


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], root: Path) -> Check:
    return lambda *arguments: okr(capsys, "check", "--select", "E", *arguments, "--root", root)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_findings_go_to_the_page_too(check: Check, page: Path, root: Path) -> None:
    git(root.parent, "init", "--quiet")
    ran = check("--format", "github")

    assert ran.out.startswith("::error file=acme/kpis/odd.yaml,")
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "### okr check: 1 error in 8 files."
    assert "| E002 schema | acme/kpis/odd.yaml:2 |" in lines[4]


def test_page_keeps_what_is_on_it(check: Check, page: Path) -> None:
    page.write_text("Built.\n", encoding="utf-8")
    check("--format", "github")

    assert page.read_text(encoding="utf-8").startswith("Built.\n\n### okr check: ")


def test_page_is_left_alone_by_other_formats(check: Check, page: Path) -> None:
    check("--format", "text")
    check("--format", "markdown")

    assert not page.exists()


def test_page_gets_what_a_file_of_annotations_gets(
    check: Check, page: Path, tmp_path: Path
) -> None:
    check("--format", "text", "--output", f"github={tmp_path}/annotations.txt")

    assert "E002 schema" in page.read_text(encoding="utf-8")


def test_page_is_never_larger_than_github_takes(check: Check, page: Path) -> None:
    page.write_bytes(b"x" * (MAX_BYTES - 100) + b"\n")
    check("--format", "github")
    size = page.stat().st_size
    page.write_bytes(b"x" * (MAX_BYTES - 1) + b"\n")
    ran = check("--format", "github")

    assert MAX_BYTES - 100 < size <= MAX_BYTES
    assert page.stat().st_size == MAX_BYTES
    assert "no room left" in ran.err


def test_page_that_cannot_be_written_is_told_and_changes_no_exit_code(
    check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    ran = check("--format", "github")

    assert ran.code == 1
    assert ran.out.startswith("::error ")
    assert "not in the job summary" in ran.err
