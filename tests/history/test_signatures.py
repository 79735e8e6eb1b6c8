import shutil
import subprocess
from pathlib import Path

import pytest

from okrcli.history.signatures import Signature, signatures_of
from tests.history.builders import opened
from tests.repositories import git

pytestmark = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="keys are made with ssh-keygen"
)


@pytest.fixture
def key(repository: Path, tmp_path: Path) -> Path:
    """Return Ana's key, which signs commits of *repository*."""
    key = tmp_path / "key"
    command = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key))
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    git(repository, "config", "gpg.format", "ssh")
    git(repository, "config", "user.signingKey", f"{key}.pub")
    return key


def commit(repository: Path, *options: str) -> str:
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "x", *options)
    return git(repository, "rev-parse", "HEAD")


def trust(key: Path, config: Path) -> None:
    allowed = key.with_name("allowed")
    allowed.write_text(f"ana@example.com {key.with_suffix('.pub').read_text()}")
    git(key.parent, "config", "--file", str(config), "gpg.ssh.allowedSignersFile", str(allowed))


def test_signature_is_verified_by_keys_that_the_user_trusts(
    repository: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed, unsigned = commit(repository, "-S"), commit(repository)
    found = signatures_of(opened(repository), [signed, unsigned])
    assert found == {signed: Signature.UNVERIFIED, unsigned: Signature.ABSENT}

    own = key.with_name("gitconfig")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    trust(key, own)
    assert signatures_of(opened(repository), [signed])[signed] is Signature.VERIFIED


def test_repository_names_neither_programs_nor_keys(repository: Path, key: Path) -> None:
    trust(key, repository / ".git/config")
    signed = commit(repository, "-S")
    program = repository.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {repository}/ran\nexit 0\n")
    program.chmod(0o755)
    for name in ("gpg.program", "gpg.ssh.program", "gpg.openpgp.program", "gpg.x509.program"):
        git(repository, "config", name, str(program))

    assert signatures_of(opened(repository), [signed]) == {signed: Signature.UNVERIFIED}
    assert not (repository / "ran").exists()


def test_forged_signature_is_not_good(
    repository: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = commit(repository, "-S")
    text = git(repository, "cat-file", "commit", signed).replace("\n\nx", "\n\ny")
    (repository / "forged").write_text(f"{text}\n")
    forged = git(repository, "hash-object", "-t", "commit", "-w", "forged")
    own = key.with_name("gitconfig")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    trust(key, own)

    assert signatures_of(opened(repository), [forged])[forged] is Signature.BAD


def test_without_a_signature_nothing_is_started(repository: Path) -> None:
    assert signatures_of(opened(repository), []) == {}
    unsigned = commit(repository)
    assert signatures_of(opened(repository), [unsigned, unsigned]) == {unsigned: Signature.ABSENT}
