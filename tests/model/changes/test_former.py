from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.changes.former import Former


def test_former_name_is_text_or_a_mapping_with_the_day_of_a_move() -> None:
    assert Former.model_validate("cx-first/nps") == Former(ref="cx-first/nps")
    moved = Former.model_validate({"ref": "2026-Q4/help/frt", "until": "2026-11-02"})
    assert moved.until == date(2026, 11, 2)


@pytest.mark.parametrize("ref", ["", "a/b/c/d", "a//b", "../x", "a b", "/a", 7])
def test_what_is_no_name_is_refused(ref: Any) -> None:
    with pytest.raises(ValidationError):
        Former.model_validate(ref)
