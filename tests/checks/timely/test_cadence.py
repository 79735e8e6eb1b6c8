import pytest

from tests.checks.workspaces import found_by


def _objective(key_result: str, cycle: str = "2026-Q4") -> dict[str, str]:
    text = f"title: A\nkey_results:\n  - {{id: a, title: A, {key_result}}}\n"
    return {f"objectives/{cycle}/cx.yaml": text}


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ("", 1),
        ("checkin: {grace_days: 5}\n", 1),
        ("checkin: {cadence: weekly}\n", 0),
        ("checkin: {cadence: monthly, grace_days: 5}\n", 0),
    ],
)
def test_cadence_that_nobody_has_set_is_found(settings: str, count: int) -> None:
    files = {"okr.yaml": f"version: 1\n{settings}", **_objective("type: binary")}
    findings = found_by("T504", files)
    assert [each.place.path for each in findings] == ["okr.yaml"] * count


@pytest.mark.parametrize(
    ("objective", "key_result", "count"),
    [("cadence: weekly\n", "", 0), ("", ", cadence: weekly", 0), ("", "", 1)],
)
def test_cadence_of_okr_yaml_is_not_asked_for_where_nothing_goes_by_it(
    objective: str, key_result: str, count: int
) -> None:
    files = {
        "okr.yaml": "version: 1\n",
        "objectives/2026-Q4/cx.yaml": (
            f"title: Serve well\n{objective}key_results:\n"
            f"  - {{id: a, title: Pass the audit, type: binary{key_result}}}\n"
        ),
    }
    assert len(found_by("T504", files)) == count


def test_cadence_is_not_asked_for_before_there_is_an_objective() -> None:
    assert found_by("T504", {}) == []
