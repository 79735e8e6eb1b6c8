from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.changes.closing import Closing

DAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("computed", "score", "final"),
    [("0.6", None, "0.6"), ("0.6", "0.5", "0.5"), (None, None, None), ("0.6", "0", "0")],
)
def test_score_that_a_person_says_is_the_final_one(
    computed: str | None, score: str | None, final: str | None
) -> None:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    closing = Closing(date=DAY, computed=number(computed), score=number(score))
    assert closing.final_score == number(final)


@pytest.mark.parametrize("score", [Decimal("1.1"), Decimal("-0.1"), "0.5", True])
def test_score_outside_of_0_to_1_is_refused(score: Any) -> None:
    with pytest.raises(ValidationError):
        Closing(date=DAY, score=score)


def test_former_closing_may_stand_alone_or_be_several() -> None:
    former = {"date": "2026-12-31", "computed": Decimal("0.5")}
    once = Closing.model_validate({**former, "date": "2027-01-05", "was": former})
    twice = Closing.model_validate({**former, "date": "2027-01-05", "was": [former, former]})
    assert (len(once.was), len(twice.was)) == (1, 2)
