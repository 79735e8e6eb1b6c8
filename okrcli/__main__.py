"""The program `okr`, also as `python -m okrcli`."""

import gc
import os
import sys
from contextlib import suppress


def main() -> int:
    """Run `okr` with the arguments of the process and return its exit code."""
    if sys.argv[1:] == ["--version"] and sys.stdout:  # which is `None` where it was closed
        from okrcli import __version__  # noqa: PLC0415  as below

        with suppress(OSError):  # the long way says what is wrong
            sys.stdout.write(f"okr {__version__}\n")
            sys.stdout.flush()
            return 0
    # Nothing that we load becomes garbage before we end, but each pass looks at all of it: a third
    # of the time of a large report.
    gc.disable()
    # Looking for plugins of other packages costs as much as importing half of pydantic.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from okrcli.cli.app import run  # noqa: PLC0415  100 ms, which `--version` need not pay
    except KeyboardInterrupt:
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `python -m` has put the current folder first, whose modules may be a stranger's.
        del sys.path[0]
    sys.exit(main())
