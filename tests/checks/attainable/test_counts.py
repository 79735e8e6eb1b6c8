import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


def _objectives(count: int, text: str = "title: A\n", cycle: str = "2026-Q4") -> dict[str, str]:
    return {f"objectives/{cycle}/o-{n}.yaml": text for n in range(count)}


def test_sixth_objective_of_a_team_and_cycle_is_found_once() -> None:
    (finding,) = found_by("A301", _objectives(7, "title: A\nteam: cx\n"))
    assert finding.place.path == "objectives/2026-Q4/o-5.yaml"
    assert finding.message == "The team cx has 7 objectives in 2026-Q4."


def test_objectives_of_no_team_are_counted_together() -> None:
    (finding,) = found_by("A301", _objectives(6))
    assert finding.message == "Without a team there are 6 objectives in 2026-Q4."


def test_five_objectives_a_team_and_cycle_are_fine() -> None:
    files = {**_objectives(5), **_objectives(5, cycle="2026-Q3")}
    files |= {f"objectives/2026-Q4/c-{n}.yaml": "title: A\nstatus: cancelled\n" for n in range(5)}
    files |= {f"objectives/2026-Q4/t-{n}.yaml": "title: A\nteam: t\n" for n in range(5)}
    assert found_by("A301", files) == []


def _key_results(count: int, head: str = "", weight: int = 1) -> dict[str, str]:
    items = "".join(
        f"  - {{id: k{n}, title: K, type: binary, weight: {weight}}}\n" for n in range(count)
    )
    return {CX: f"title: A\n{head}key_results: {'' if count else '[]'}\n{items}"}


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (0, "2026-Q4/cx has 0 key results that count."),
        (1, "2026-Q4/cx has 1 key result that counts."),
        (6, "2026-Q4/cx has 6 key results that count."),
    ],
)
def test_too_few_or_too_many_key_results_are_found(count: int, message: str) -> None:
    (finding,) = found_by("A302", _key_results(count))
    assert finding.message == message


@pytest.mark.parametrize("count", [2, 5])
def test_two_to_five_key_results_are_fine(count: int) -> None:
    assert found_by("A302", _key_results(count)) == []


def test_key_result_of_weight_0_does_not_count() -> None:
    (finding,) = found_by("A302", _key_results(3, weight=0))
    assert finding.message == "2026-Q4/cx has 0 key results that count."


@pytest.mark.parametrize(("count", "found"), [(0, 0), (1, 0), (6, 1)])
def test_objective_made_of_its_children_may_have_few_key_results(count: int, found: int) -> None:
    assert len(found_by("A302", _key_results(count, "progress_from: both\n"))) == found


def test_dropped_key_result_does_not_count() -> None:
    files = _key_results(6)
    files[CX] = files[CX].replace("id: k5,", "id: k5, dropped: {date: 2026-11-02, why: w},")

    assert found_by("A302", files) == []
