"""The program `okr`, also as `python -m okrcli`."""

import gc
import sys


def main() -> int:
    """Run `okr` with the arguments of the process and return its exit code."""
    if sys.argv[1:] == ["--version"] and _print_version():
        return 0
    # Nothing that we load becomes garbage before we end, but each pass looks at all of it: a third
    # of the time of a large report.
    gc.disable()
    try:
        from okrcli.cli.start.plugins import disable_plugins  # noqa: PLC0415  as below

        disable_plugins()
        from okrcli.cli.app import run  # noqa: PLC0415  100 ms, which `--version` need not pay
    except KeyboardInterrupt:
        return 130
    code = run(sys.argv[1:])
    gc.freeze()  # Python looks at all of it once more when it ends: a sixth of a report
    return code


def _print_version() -> bool:
    """Print the version, if that can be done; otherwise the long way says what is wrong."""
    from okrcli import __version__  # noqa: PLC0415  as above

    if sys.stdout is None:  # it was closed
        return False
    try:
        sys.stdout.write(f"okr {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `python -m` has put the current folder first, whose modules may be a stranger's.
        del sys.path[0]
    sys.exit(main())
