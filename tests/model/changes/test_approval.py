from datetime import date

import pytest
from pydantic import ValidationError

from okrcli.model.changes.approval import Approval
from tests.builders import an_objective


def test_objective_is_a_draft_until_the_first_approval() -> None:
    approvals = (
        Approval(who="ana", date=date(2026, 10, 5)),
        Approval(who="pavel", date=date(2026, 9, 28)),
    )
    assert an_objective(approved_by=approvals).draft_until() == date(2026, 9, 28)
    assert an_objective(approved_by=()).draft_until() is None


def test_objective_that_was_active_before_its_first_approval_was_no_draft() -> None:
    approvals = (
        Approval(who="ana", date=date(2026, 9, 28), status_before="active"),
        Approval(who="pavel", date=date(2026, 10, 5)),
    )
    assert an_objective(approved_by=approvals).draft_until() is None


@pytest.mark.parametrize("seal", ["", "1:abc", "sha256", "1:" + "g" * 64])
def test_seal_of_another_form_is_refused(seal: str) -> None:
    with pytest.raises(ValidationError):
        Approval(who="ana", date=date(2026, 10, 5), seal=seal)
