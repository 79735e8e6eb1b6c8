"""A workspace of a newer version is not written to; the message says which it needs."""

from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.workspace import plan_of
from tests.cli.conftest import Okr
from tests.cli.workspaces import SETTINGS, write
from tests.faults.commands import CHANGING, MAKING, READING, WRITING, require_refusal
from tests.faults.findings import errors_with
from tests.repositories import git

OTHERS = (("init",), ("check", "--fix"), ("improve", "open", "nps"), *map(tuple, READING))


@pytest.mark.parametrize("arguments", [*WRITING, *CHANGING, *MAKING, *OTHERS], ids=" ".join)
def test_newer_version_is_refused_and_named(
    okr: Okr, root: Path, arguments: tuple[str, ...]
) -> None:
    write(root, {"okr.yaml": SETTINGS.replace("version: 1", "version: 2\nplanets: [mars]")})
    require_refusal(okr, root, arguments, "This workspace has version 2")
    assert "Install a newer okr that knows version 2." in okr(*arguments).err


@pytest.mark.parametrize("version", ["1.5", "2.0", "1e3", "99999999999999999999"])
def test_any_version_above_ours_is_newer(version: str) -> None:
    with pytest.raises(WorkspaceError, match=f"This workspace has version [{version[0]}]"):
        plan_of({"okr.yaml": f"version: {version}\n".encode()})


def test_newer_version_at_a_revision_is_refused_too(okr: Okr, root: Path) -> None:
    write(root, {"okr.yaml": SETTINGS.replace("version: 1", "version: 2")})
    git(root, "commit", "--quiet", "--all", "--message", "For a newer okr")
    write(root, {"okr.yaml": SETTINGS})
    require_refusal(okr, root, ("report", "--rev", "HEAD"), "This workspace has version 2")


@pytest.mark.parametrize("version", ["true", '"2"', "0.5", "x", "0", "-1"])
def test_version_that_is_none_is_found(okr: Okr, root: Path, version: str) -> None:
    text = SETTINGS.replace("version: 1", f"version: {version}")
    [found] = errors_with(okr, root, "okr.yaml", text)
    assert found[:4] == ("E002", "okr.yaml", 1, 10)
    assert found.message.startswith(("`version` is not a whole number", "`version` is below 1"))
