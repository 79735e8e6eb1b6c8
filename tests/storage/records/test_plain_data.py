from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds
from okrcli.model.people import Addresses
from okrcli.storage.records.plain_data import file_data, key_result_data, plain_data
from tests.builders import (
    a_binary,
    a_checkin,
    a_day,
    a_key_result,
    a_kpi,
    a_maintain,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

RECORDED = datetime(2026, 11, 20, 10, 12, 44, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ("nps", "nps"),
        (True, True),
        (None, None),
        (Decimal("83.50"), Decimal("83.50")),
        (a_day("2026-11-20"), "2026-11-20"),
        (RECORDED, "2026-11-20T09:12:44Z"),
        (datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01T00:00:00Z"),
        (Band(Decimal(1), Decimal(2)), [1, 2]),
        (Bounds(Decimal(-100), Decimal(100)), [-100, 100]),
        (Addresses(("ana@example.com",)), "ana@example.com"),
        (Addresses(("ana@example.com", "a@example.com")), ["ana@example.com", "a@example.com"]),
        (("a", a_day("2026-11-20")), ["a", "2026-11-20"]),
        ({7: (1, 2)}, {"7": [1, 2]}),
    ],
    ids=repr,
)
def test_value_is_written_as_a_file_says_it(value: Any, data: object) -> None:
    found = plain_data(value)

    assert found == data
    assert type(found) is type(data)


@pytest.mark.parametrize(
    ("change", "data"),
    [
        (Change(Decimal(-10), "absolute"), Decimal(-10)),
        (Change(Decimal(15), "percent"), "+15%"),
        (Change(Decimal("-2.5"), "percent_of_baseline"), "-2.5% of baseline"),
        (Change(Decimal(5), "points"), "+5pp"),
    ],
)
def test_change_has_its_sign_and_its_kind(change: Change, data: object) -> None:
    assert plain_data(change) == data


@pytest.mark.parametrize(
    ("key_result", "kind"),
    [
        (a_key_result(), "metric"),
        (a_maintain(at_most=3), "maintain"),
        (milestones(), "milestones"),
        (a_binary(), "binary"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_type_of_a_key_result_is_always_written_behind_id_and_title(
    key_result: Any, kind: str
) -> None:
    data = key_result_data(key_result)

    assert [*data][:3] == ["id", "title", "type"]
    assert data["type"] == kind


def test_keys_of_a_key_result_come_in_the_order_of_the_contract() -> None:
    data = key_result_data(
        a_key_result(guards=["csat"], weight=2, due="2026-12-31", kpi="nps", unit="points")
    )

    assert [*data] == [
        *["id", "title", "type", "kpi", "unit", "baseline", "target", "due", "weight", "guards"]
    ]


def test_what_the_path_says_is_no_key_of_the_file() -> None:
    assert file_data(an_objective()).keys() == {"title", "owner", "team"}
    assert file_data(a_kpi()).keys() == {"title", "direction"}


def test_what_is_not_stated_or_says_nothing_is_left_out() -> None:
    data = file_data(a_checkin("2026-11-20", an_entry(47), note=None, kudos=[]))

    assert data == {
        "date": "2026-11-20",
        "by": "ana",
        "key_results": [{"key_result": "2026-Q4/cx-leader/nps", "value": 47}],
    }


def test_stated_default_stays() -> None:
    assert key_result_data(a_key_result(weight=1))["weight"] == 1
    assert "weight" not in key_result_data(a_key_result())


def test_keys_have_the_names_of_files() -> None:
    thanks = a_checkin("2026-11-20", a_reading(47), kudos=[{"to": "pavel", "for": "help"}])

    assert file_data(thanks)["kudos"] == [{"to": "pavel", "for": "help"}]
