"""Forms of index, hashes and line ends that git may use."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.repositories import git, make_repository


@pytest.fixture(
    params=[
        (("index.version", "4"),),
        (("core.splitIndex", "true"),),
        (("core.autocrlf", "true"),),
        (("core.autocrlf", "input"),),
        (("core.eol", "crlf"), ("core.attributesFile", "attributes")),
        (("extensions.objectFormat", "sha256"),),
    ],
    ids=lambda settings: settings[0][0] + settings[0][1],
)
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a clone of Acme's workspace in a repository of another form."""
    settings = dict(request.param)
    long = settings.pop("extensions.objectFormat", None)
    origin = make_repository(tmp_path / "origin", *([f"--object-format={long}"] if long else []))
    git(write(origin, FILES), "add", ".")
    git(origin, "commit", "--quiet", "--message", "Set up OKRs")
    options = [part for name, value in settings.items() for part in ("--config", f"{name}={value}")]
    (tmp_path / "attributes").write_text("*.yaml text\n", encoding="utf-8")
    if "core.attributesFile" in settings:
        options[-1] = f"core.attributesFile={tmp_path}/attributes"
    git(tmp_path, "clone", "--quiet", *options, "origin", "clone")
    return tmp_path / "clone"


def has_returns(root: Path) -> bool:
    return b"\r\n" in (root / "checkins/2026/2026-11-06-ana-00000001.yaml").read_bytes()


def test_check_in_commits_and_nothing_looks_rewritten(okr: Okr, root: Path) -> None:
    ran = okr("checkin", "cx-leader/hours", "16")
    assert ran.code == 0, ran.err
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "show", "--format=", "--name-status").startswith("A\tcheckins/2026/")

    ran = okr("check", "--select", "H,E", "--against", "HEAD~1", "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["findings"] == []


def test_edit_keeps_the_line_ends_of_the_file(okr: Okr, root: Path) -> None:
    file = root / "objectives/2026-Q4/cx-leader.yaml"
    before = file.read_bytes()
    ran = okr(
        *("new", "kr", "cx-leader", "Answer 40 to 60 chats a day", "--baseline", "40"),
        *("--target", "60", "--unit", "chats", "--id", "chats"),
    )
    assert ran.code == 0, ran.err

    after = file.read_bytes()
    assert (b"\r\n" in after) is (b"\r\n" in before) is has_returns(root)
    assert after.count(b"\n") == (after.count(b"\r\n") or after.count(b"\n"))
    assert git(root, "status", "--porcelain") == ""


def test_report_of_a_revision_is_that_of_the_files(okr: Okr, root: Path) -> None:
    assert root.is_dir()
    assert (
        okr("report", "--rev", "HEAD", "--format", "csv").out
        == okr("report", "--format", "csv").out
    )
