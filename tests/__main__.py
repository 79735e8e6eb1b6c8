"""`python -m tests`: format, lint, types, import contracts and tests, until one fails.

With `--quick` it leaves out the tests that are marked slow; with `--cov` it also tells which lines
no test runs, which takes half as long again.
"""

import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))

Step = tuple[str, ...]

JUDGING: tuple[Step, ...] = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)
TESTING: Step = ("pytest", "-n", "auto", "--dist", "worksteal")
OPTIONS: Mapping[str, Step] = {
    "--quick": ("-m", "not slow"),
    "--cov": ("--cov", "--cov-report=term:skip-covered"),
}


def steps_for(arguments: Sequence[str]) -> Sequence[Step]:
    """Return the commands to run.

    Raises:
        KeyError: There is no such argument.
    """
    return (*JUDGING, sum((OPTIONS[argument] for argument in arguments), TESTING))


def main(arguments: Sequence[str]) -> int:
    """Run every step; return the exit code of the first that fails, else 0."""
    try:
        steps = steps_for(arguments)
    except KeyError:
        print("usage: python -m tests", *(f"[{option}]" for option in OPTIONS), file=sys.stderr)
        return 2
    for step in steps:
        print("$", *step, flush=True)
        code = subprocess.run([SCRIPTS / step[0], *step[1:]], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
