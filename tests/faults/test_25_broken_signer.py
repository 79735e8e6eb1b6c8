"""Where commits are to be signed and cannot be, nothing is written, never unsigned."""

import os
from pathlib import Path

import pytest

from okrcli.history.commit import commit_paths
from tests.cli.conftest import Okr
from tests.faults.commands import CHECKIN, WRITING, require_refusal
from tests.history.builders import NAME, opened, refused, writing_in
from tests.repositories import git


def test_record_never_commits_unsigned_when_the_signer_is_broken(repository: Path) -> None:
    git(repository, "config", "commit.gpgSign", "true")
    git(repository, "config", "gpg.program", "false")
    refused(repository, NAME, "cannot sign, so nothing was written: gpg failed to sign")


def test_record_refuses_the_first_commit_when_the_signer_is_broken(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet")
    git(root, "config", "commit.gpgSign", "yes")
    git(root, "config", "gpg.program", "false")
    refused(root, NAME, "cannot sign, so nothing was written")


def test_record_signs_when_the_user_signs(repository: Path, tmp_path: Path) -> None:
    signer = tmp_path / "signer"
    signer.write_text(
        "#!/bin/sh\ncat > /dev/null\necho '\n[GNUPG:] SIG_CREATED ' >&2\n"
        "echo '-----BEGIN PGP SIGNATURE-----'\n",
        encoding="utf-8",
    )
    signer.chmod(0o755)
    git(repository, "config", "commit.gpgSign", "true")
    git(repository, "config", "gpg.program", str(signer))
    commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert "gpgsig -----BEGIN PGP" in git(repository, "cat-file", "commit", "HEAD")


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_no_command_writes_where_the_signer_is_broken(
    okr: Okr, root: Path, arguments: tuple[str, ...]
) -> None:
    git(root, "config", "commit.gpgSign", "true")
    git(root, "config", "gpg.program", "false")
    require_refusal(okr, root, arguments, "Git cannot sign, so nothing was written")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("gpg.program", "/nowhere/gpg"),
        ("gpg.format", "ssh"),
        ("gpg.format", "x509"),
        ("gpg.format", "unknown"),
    ],
)
def test_signer_of_any_kind_that_is_missing_is_named(
    okr: Okr, root: Path, key: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root.parent / "empty"), prepend=os.pathsep)
    for name, setting in (("commit.gpgSign", "true"), ("gpg.x509.program", "false"), (key, value)):
        git(root, "config", name, setting)
    require_refusal(okr, root, CHECKIN, "Error: ")


def test_signer_that_breaks_at_the_commit_leaves_no_unsigned_one(
    okr: Okr, root: Path, tmp_path: Path
) -> None:
    once = tmp_path / "once"
    signer(tmp_path / "signer", f"[ -e {once} ] && exit 1; touch {once}")
    git(root, "config", "commit.gpgSign", "true")
    git(root, "config", "gpg.program", str(tmp_path / "signer"))
    head = git(root, "rev-parse", "HEAD")

    ran = okr(*CHECKIN)
    [path] = git(root, "ls-files", "--others", "checkins").splitlines()
    assert (ran.code, ran.out, path in ran.err) == (3, "", True), ran.err
    assert git(root, "rev-parse", "HEAD") == head
    assert git(root, "diff", "--cached", "--name-only") == ""


def signer(program: Path, first: str = "") -> None:
    """Make *program* sign like gpg, after it has run *first*."""
    status, signature = "[GNUPG:] SIG_CREATED ", "-----BEGIN PGP SIGNATURE-----"
    lines = ("#!/bin/sh", "cat > /dev/null", first, f"echo '\n{status}' >&2", f"echo '{signature}'")
    program.write_text("\n".join(lines), encoding="utf-8")
    program.chmod(0o755)
