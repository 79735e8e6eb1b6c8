"""Filters in a repository's own configuration: programs that git passes each file through."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.command import ask_git

# What defines a filter, or brings another file that does. A section's name has no other spelling.
_MENTIONED = re.compile(rb"filter|include", re.IGNORECASE)
_OWN_SCOPES = frozenset({"local", "worktree"})
_KEY = re.compile(r"filter\.(?P<name>[\w.+-]+)\.[^.]+")


def without_filters(root: Path, configurations: Iterable[Path]) -> tuple[str, ...]:
    """Return the settings with which git starts no filter from the repository's own configuration.

    Those of the user's own configuration, such as git-lfs, still run.

    Args:
        root: The repository's root.
        configurations: The repository's own configuration files; missing ones are skipped.

    Raises:
        HistoryError: A filter's name cannot be given to git in a setting.
    """
    if not any(map(_may_have_filters, configurations)):
        return ()
    names = sorted({_name(key) for key in _own_keys(root)})
    return tuple(setting for name in names for setting in _off(name))


def _may_have_filters(configuration: Path) -> bool:
    try:
        return bool(_MENTIONED.search(configuration.read_bytes()))
    except FileNotFoundError:
        return False


def _own_keys(root: Path) -> Sequence[str]:
    """Return the names of all settings of filters in the repository's own configuration."""
    listing = ask_git(root, "config", "--list", "--name-only", "--show-scope", "-z").text
    words = listing.split("\0")
    pairs = zip(words[::2], words[1::2], strict=False)
    return [key for scope, key in pairs if scope in _OWN_SCOPES and key.startswith("filter.")]


def _name(key: str) -> str:
    found = _KEY.fullmatch(key)
    if found is None:
        raise HistoryError(
            f"The repository's configuration has a filter that cannot be switched off: {key!r}.",
            "If you need it, give it a name of letters and digits; else remove it.",
        )
    return found["name"]


def _off(name: str) -> tuple[str, ...]:
    return tuple(f"filter.{name}.{key}" for key in ("clean=", "process=", "required=false"))
