"""The commands that write, and what it is for one to be refused."""

from pathlib import Path

from tests.cli.conftest import Okr
from tests.repositories import photograph

FILE = "objectives/2026-Q4/cx-leader.yaml"
CHECKIN = ("checkin", "2026-Q4/cx-leader/hours", "16")
EDIT = ("new", "kr", "cx-leader", "Support opens on Saturdays", "--type", "binary")
"""It changes `FILE`; the others make new files."""
WRITING = (
    CHECKIN,
    EDIT,
    ("kpi", "record", "nps", "50"),
    ("new", "objective", "Customers come back"),
    ("schema",),
)
CHANGING = (
    ("amend", "cx-leader/hours", "--target", "11", "--why", "Easier than we thought"),
    ("rename", "cx-leader", "cx-first"),
    ("rename", "nps", "promoters"),
    ("close", "cx-leader", "--why", "Too early"),
    ("approve", "cx-leader"),
)
"""They change what is there: all of it, or nothing."""
MAKING = (
    ("carry", "cx-leader", "--to", "2027-Q1"),
    ("new", "cycle", "2027-Q1", "--all"),
    ("retract", "2026-11-06-ana-00000001", "--why", "Counted twice"),
)
"""They make new files out of what is there."""

READING = (["report"], ["check"], ["show", "cx-leader"], ["show", "cx-leader/nps"], ["show", "nps"])


def require_refusal(okr: Okr, root: Path, arguments: tuple[str, ...], words: str) -> None:
    """See that `okr` ends with 3 and one clear message, and that nothing at all has changed."""
    before = photograph(root)
    ran = okr(*arguments)

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert ran.err.count("Error: ") == 1, ran.err
    assert words in ran.err
    assert photograph(root) == before
