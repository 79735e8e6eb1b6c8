from datetime import date

import pytest
from pydantic import ValidationError

from okrcli.model.changes.approval import Approval
from tests.builders import an_objective


def test_objective_is_approved_since_the_first_approval() -> None:
    approvals = (
        Approval(who="ana", date=date(2026, 10, 5)),
        Approval(who="pavel", date=date(2026, 9, 28)),
    )
    assert an_objective(approved_by=approvals).approved_since() == date(2026, 9, 28)
    assert an_objective(approved_by=()).approved_since() is None


@pytest.mark.parametrize("seal", ["", "1:abc", "sha256", "1:" + "g" * 64])
def test_seal_of_another_form_is_refused(seal: str) -> None:
    with pytest.raises(ValidationError):
        Approval(who="ana", date=date(2026, 10, 5), seal=seal)
