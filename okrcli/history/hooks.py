"""Which hooks git runs when okr commits or pushes."""

import os
from pathlib import Path

from okrcli.history.command import run_git
from okrcli.history.repository import Repository

HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-push")
"""Those that a commit or a push of ours runs, in git's order."""


def hooks_folder(repository: Repository) -> Path:
    """Return where git looks for hooks: as the configuration says, else where it always does."""
    options = ("--show-scope", "--null", "--type=path", "--get-all")
    words = run_git(repository.root, "config", *options, "core.hooksPath").text.split("\0")
    pairs = zip(words[::2], words[1::2], strict=False)
    # What we tell git ourselves when we only read has the scope of a command.
    stated = [path for scope, path in pairs if scope != "command"]
    return repository.root / stated[-1] if stated else repository.common_folder / "hooks"


def hooks_of(repository: Repository) -> tuple[str, ...]:
    """Return the names of the hooks that git runs."""
    return tuple(hook.name for hook in _files(repository) if os.access(hook, os.X_OK))


def idle_hooks_of(repository: Repository) -> tuple[str, ...]:
    """Return the names of those that git passes over, because they may not be run."""
    return tuple(hook.name for hook in _files(repository) if not os.access(hook, os.X_OK))


def may_change_files(repository: Repository) -> bool:
    """Return whether something may run with a commit that changes files: a hook or a filter."""
    folder = repository.common_folder / "hooks"
    hooks = folder.iterdir() if folder.is_dir() else ()
    own = any(not hook.name.endswith(".sample") for hook in hooks)
    return own or repository.configuration.may_change_files


def _files(repository: Repository) -> list[Path]:
    folder = hooks_folder(repository)
    return [hook for name in HOOKS if (hook := folder / name).is_file()]
