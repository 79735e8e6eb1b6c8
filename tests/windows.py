"""What tests need and Windows has not; here alone they are skipped, each with its reason."""

import os
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

_ON_WINDOWS = sys.platform == "win32"

needs_modes = pytest.mark.skipif(_ON_WINDOWS, reason="Windows keeps no owner and no mode of files")
needs_limits = pytest.mark.skipif(_ON_WINDOWS, reason="Windows has no limits for a process")
needs_kill = pytest.mark.skipif(_ON_WINDOWS, reason="Windows has no SIGKILL")


def skip_what_windows_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test be skipped when it makes something that Windows has not; no mark is needed."""
    if _ON_WINDOWS:
        monkeypatch.setattr(Path, "symlink_to", _link_or_skip)
        monkeypatch.setattr(os, "mkfifo", _skip("has no named pipes in folders"), raising=False)
        monkeypatch.setattr(pexpect, "spawn", _skip("has no terminal for pexpect"), raising=False)


_symlink_to = Path.symlink_to


def _link_or_skip(link: Path, target: str | Path) -> None:
    try:
        _symlink_to(link, target, target_is_directory=(link.parent / target).is_dir())
    except OSError:  # not allowed without the developer mode or an administrator's rights
        pytest.skip("Windows lets this user make no symlinks")


def _skip(what: str) -> Any:
    def skip(*_arguments: object, **_options: object) -> None:
        pytest.skip(f"Windows {what}")

    return skip
