from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.cycle import Cycle
from okrcli.model.settings import Settings


def test_settings_have_defaults_for_everything() -> None:
    settings = Settings()
    assert (settings.checkin.cadence, settings.checkin.grace_days) == ("weekly", 3)
    assert (settings.status.on_track, settings.status.at_risk) == (
        Decimal("0.10"),
        Decimal("0.25"),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "1"},
        {"language": "de"},
        {"checkin": {"cadence": "yearly"}},
        {"checkin": {"grace_days": -1}},
        {"teams": {"Support": {"name": "Support"}}},
        {"people": {"ana": {"name": ""}}},
        {"status": {"on_track": "0.1"}},
        {"colour": "red"},
    ],
)
def test_settings_with_a_wrong_key_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(fields)


def test_cycle_of_the_team_comes_before_the_one_of_the_calendar() -> None:
    own = {"2026-Q4": {"start": "2026-10-05", "end": "2026-12-18"}}
    settings = Settings.model_validate({"cycles": own})

    assert settings.cycle("2026-Q4") == Cycle("2026-Q4", date(2026, 10, 5), date(2026, 12, 18))
    assert settings.cycle("2026-Q3") == Cycle("2026-Q3", date(2026, 7, 1), date(2026, 9, 30))
    assert settings.cycle("someday") is None
