"""The command `okr` in a workspace, as in the tests of the commands."""

from tests.cli.conftest import first_root, okr, root, run_okr

__all__ = ["first_root", "okr", "root", "run_okr"]
