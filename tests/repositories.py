"""Real git repositories for tests, made with the program git and nothing of ours."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


def git(folder: Path, *arguments: str, status: int = 0) -> str:
    """Run git in *folder*, see that it ends with *status*, and return its output."""
    ran = subprocess.run(
        ("git", *arguments),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == status, ran.stderr.decode(errors="replace")
    return ran.stdout.decode(errors="surrogateescape").removesuffix("\n")


def make_repository(root: Path, *options: str) -> Path:
    """Make a repository with one commit; *options* are those of `git init`."""
    return _made(root, options, {}) if options else make_committed(root, {})


def make_committed(root: Path, files: Mapping[str, str]) -> Path:
    """Make a repository with one commit, and a second one with *files*, text by path."""
    shutil.copytree(_original(tuple(files.items())), root, symlinks=True)
    git(root, "update-index", "--refresh")  # which knows files by more than their content
    return root


@cache
def _original(files: tuple[tuple[str, str], ...]) -> Path:
    """Return a repository with *files* that is made once: to copy it takes a tenth of the time."""
    folder = Path(_ORIGINALS.name) / f"{_original.cache_info().misses}"
    root = _made(folder, (), dict(files))
    git(root, "repack", "-a", "-d", "--quiet")
    return root


_ORIGINALS = TemporaryDirectory(prefix="okr-tests-", ignore_cleanup_errors=True)


def _made(root: Path, options: Iterable[str], files: Mapping[str, str]) -> Path:
    root.mkdir(parents=True)
    git(root, "init", "--quiet", *options)
    commit_file(root, "README.md", "Hello\n")
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    if files:
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message", "Set up OKRs")
    return root


def commit_file(root: Path, name: str, text: str, message: str = "Change a file") -> str:
    """Write one file, commit it, and return the commit."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    git(root, "add", "--", name)
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")


def last_commit(root: Path) -> tuple[str, list[str]]:
    """Return the last commit's subject and the files that it changed."""
    subject = git(root, "log", "-1", "--format=%s")
    return subject, git(root, "show", "--format=", "--name-only").split("\n")


def make_remote(root: Path) -> Path:
    """Make a bare repository beside *root*, and push the current branch to it as its upstream."""
    remote = root.parent / "remote.git"
    git(root, "init", "--quiet", "--bare", str(remote))
    git(root, "remote", "add", "origin", str(remote))
    git(root, "push", "--quiet", "--set-upstream", "origin", "HEAD")
    return remote


def make_hook(root: Path, name: str, script: str) -> None:
    """Make *script*, without its first line, a hook of the repository."""
    hook = root / ".git/hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    hook.chmod(0o755)


def photograph(root: Path) -> dict[str, bytes]:
    """Return every byte that git or the user keeps: files, index, branches; not logs or objects."""
    skipped = (".git/objects", ".git/logs", ".git/okr.lock", ".git/FETCH_HEAD")
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    names = ((path, path.relative_to(root).as_posix()) for path in files)
    return {name: path.read_bytes() for path, name in names if not name.startswith(skipped)}
