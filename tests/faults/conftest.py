"""What the rows share with the tests of the commands and of the reader."""

from tests.cli.conftest import okr, root, run_okr
from tests.storage.conftest import read_file

__all__ = ["okr", "read_file", "root", "run_okr"]
