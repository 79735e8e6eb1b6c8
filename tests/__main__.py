"""`python -m tests`: format, lint, types, import contracts and tests, until one fails."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto", "--dist", "worksteal", "--cov", "--cov-report=term:skip-covered"),
)


def main() -> int:
    """Run every step; return the exit code of the first that fails, else 0."""
    for step in STEPS:
        print("$", *step, flush=True)
        code = subprocess.run([SCRIPTS / step[0], *step[1:]], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
