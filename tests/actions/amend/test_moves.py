"""What a move says, and the days that it may have."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.amend.agreed import agreed_named
from okrcli.actions.amend.moves import Move, Reason, require_reason, stated_text
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiTarget
from tests.actions.amend.spaces import DAY, a_space
from tests.cli.workspaces import FILES


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return a_space(tmp_path, FILES)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "none"),
        (Decimal("50.0"), "50"),
        (Band(Decimal(1), Decimal(2)), "[1, 2]"),
        (KpiTarget(value=Decimal(50), by=DAY), "50 by 2026-11-20"),
        (KpiTarget(range=Band(Decimal(1), Decimal(2))), "[1, 2]"),
    ],
)
def test_values_are_said_as_in_a_file(value: object, text: str) -> None:
    assert stated_text(value) == text


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        (Reason(DAY), "Nothing says why"),
        (Reason(DAY, "  "), "Nothing says why"),
        (Reason(DAY, "x" * 10_001), "`why` is longer than 10000 characters"),
        (Reason(DAY, "x\0"), "`why` contains a NUL character"),
        (Reason(DAY, "x", "Ana Lopez"), "`approved_by` is not lower-case words"),
        (Reason(date(2026, 11, 21), "x"), "2026-11-21 is in the future"),
        (Reason(date(2026, 11, 16), "x"), "more than 3 days ago: a change is not dated back"),
        (Reason(date(2026, 11, 17), "x"), ""),
    ],
)
def test_day_is_within_the_grace(space: Workspace, reason: Reason, message: str) -> None:
    agreed = agreed_named(space, "cx-leader/nps")
    if not message:
        require_reason(agreed, reason, DAY, 3)
        return
    with pytest.raises(UsageError, match=message):
        require_reason(agreed, reason, DAY, 3)


def test_day_is_not_before_it_binds(space: Workspace) -> None:
    agreed = agreed_named(space, "nps")
    with pytest.raises(UsageError, match="nps binds since 2026-11-07"):
        require_reason(agreed, Reason(date(2026, 11, 6), "x"), date(2026, 11, 8), 3)


def test_what_binds_nobody_needs_no_reason(space: Workspace) -> None:
    require_reason(agreed_named(space, "nps"), Reason(date(2026, 1, 1)), date(2026, 11, 6), 3)


def test_move_says_what_was_in_force(space: Workspace) -> None:
    move = Move(agreed_named(space, "cx-leader/nps"), "measure_by", None, DAY)
    assert (move.name, move.was_text, move.now_text) == ("measure by", "none", "2026-11-20")
    assert move.amendment(Reason(DAY, "x", "pavel")).approved_by == "pavel"
