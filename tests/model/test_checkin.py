from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.checkin import CheckIn
from tests.builders import a_checkin, a_reading, an_entry

CHECKIN: dict[str, Any] = {"id": "2026-11-20-ana-7f3a9c12", "date": "2026-11-20", "by": "ana"}


@pytest.mark.parametrize("confidence", [0, 11, 5.5, "7", True])
def test_confidence_is_a_whole_number_from_1_to_10(confidence: object) -> None:
    with pytest.raises(ValidationError):
        an_entry(confidence=confidence)


def test_check_in_file_of_the_handbook_is_read() -> None:
    checkin = CheckIn.model_validate(
        {
            **CHECKIN,
            "recorded": "2026-11-20T09:12:44Z",
            "note": "Second survey wave is in.",
            "key_results": [
                {"key_result": "2026-Q4/cx-leader/nps", "value": 47, "confidence": 7},
                {"key_result": "2026-Q4/cx-leader/training", "done": ["pilot"]},
            ],
            "readings": [
                {"kpi": "csat", "value": Decimal("83.5"), "segment": "chat"},
                {"kpi": "csat", "date": "2026-11-13", "value": 82},
            ],
            "kudos": [{"to": "pavel", "for": "cut the chat queue in half"}],
            "followups": [{"improvement": "csat-2026-11-02", "note": "8 of 12 trained"}],
        }
    )
    assert checkin.kudos[0].reason == "cut the chat queue in half"
    assert (checkin.key_results[1].done, checkin.key_results[1].value) == (("pilot",), None)
    assert str(checkin.readings[1].date) == "2026-11-13"


@pytest.mark.parametrize("value", ["37%", "47", True, None, float("nan")])
def test_reading_that_is_no_number_is_refused_unlike_okr2go(value: object) -> None:
    reading = {"kpi": "csat", "value": value}
    with pytest.raises(ValidationError):
        CheckIn.model_validate({**CHECKIN, "readings": [reading]})


def test_reading_has_no_negative_weight() -> None:
    with pytest.raises(ValidationError):
        a_reading(80, "csat", weight=-1)


def test_check_in_without_any_entry_is_a_note() -> None:
    assert a_checkin("2026-11-20", note="On holiday.").key_results == ()
