"""`python -m tests`: format, lint, types, import contracts and tests, until one fails.

With `--cov` it also tells which lines no test runs, which takes half as long again.
"""

import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto", "--dist", "worksteal"),
)
COVERAGE = ("--cov", "--cov-report=term:skip-covered")


def main(arguments: Sequence[str]) -> int:
    """Run every step; return the exit code of the first that fails, else 0."""
    if arguments not in ([], ["--cov"]):
        print("usage: python -m tests [--cov]", file=sys.stderr)
        return 2
    *judging, testing = STEPS
    for step in (*judging, (*testing, *(COVERAGE if arguments else ()))):
        print("$", *step, flush=True)
        code = subprocess.run([SCRIPTS / step[0], *step[1:]], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
