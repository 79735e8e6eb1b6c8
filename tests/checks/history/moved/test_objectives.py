import pytest

from tests.checks.history.agreed_texts import moved, objective

AMENDMENT = "{{date: 2026-11-02, field: {}, was: {}, now: {}, why: w, approved_by: ana}}"


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("ambition", "committed", "aspirational"),
        ("progress_from", "children", "key_results"),
    ],
)
def test_goalpost_of_an_objective_moves_by_an_amendment_only(
    field: str, was: str, now: str
) -> None:
    amendment = f"amendments: [{AMENDMENT.format(field, was, now)}]\n"
    before = objective(head=f"{field}: {was}\n")
    [finding] = moved(before, objective(head=f"{field}: {now}\n"))

    assert finding.location == (field,)
    assert f"of 2026-Q4/cx was {was} in commit 1a2b3c4d and is {now}" in finding.message
    assert moved(before, objective(head=f"{field}: {now}\n{amendment}")) == []


def test_objective_without_key_results_is_bound_too() -> None:
    before, now = "title: A\nambition: committed\n", "title: B\nambition: aspirational\n"

    assert [each.location for each in moved(before, now)] == [("ambition",)]


def test_draft_again_is_found_and_cancelled_is_not() -> None:
    cancelled = "status: cancelled\ncancelled: {date: 2026-11-02, why: w, approved_by: ana}\n"
    [finding] = moved(objective("target: 60"), objective("target: 60", head="status: draft\n"))

    assert finding.location == ("status",)
    assert "is a draft again, after its cycle began." in finding.message
    assert moved(objective("target: 60"), objective("target: 60", head=cancelled)) == []
    assert len(moved(objective("target: 60"), objective("target: 50", head=cancelled))) == 1
