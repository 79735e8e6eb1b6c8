"""Real git repositories for tests, made with the program git and nothing of ours."""

import shutil
import subprocess
from pathlib import Path


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
    root.mkdir(parents=True)
    git(root, "init", "--quiet", *options)
    commit_file(root, "README.md", "Hello\n")
    return root


def copy_repository(source: Path, root: Path) -> Path:
    """Make a copy of the repository *source* that is as clean as that is."""
    shutil.copytree(source, root, symlinks=True)
    git(root, "update-index", "--refresh")  # which knows files by more than their content
    return root


def commit_file(root: Path, name: str, text: str, message: str = "Change a file") -> str:
    """Write one file, commit it, and return the commit."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    git(root, "add", "--", name)
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")


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
