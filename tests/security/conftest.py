"""The command `okr` in a workspace, as in the tests of the commands."""

from tests.cli.conftest import okr, root, run_okr

__all__ = ["okr", "root", "run_okr"]
