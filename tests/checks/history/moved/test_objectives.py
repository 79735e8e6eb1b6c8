import pytest

from okrcli.checks.past import Past
from okrcli.model.finding import Finding
from tests.checks.history.agreed_texts import PATH, moved, objective, version
from tests.checks.workspaces import TODAY, found_by

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


def found_under(path: str, now: str, settings: str = "version: 1\n") -> list[Finding]:
    """Return what moved of an objective that is the file *path* now."""
    past = Past((version(objective("target: 60")),))
    return found_by("H801", {"okr.yaml": settings, path: now}, TODAY, past)


def test_objective_does_not_get_the_days_of_another_cycle_by_a_former_name() -> None:
    now = objective("target: 60", head=f"formerly: [{PATH[11:-5]}]\n")
    [finding] = found_under("objectives/2027-Q1/cx.yaml", now)

    assert finding.ref == "2027-Q1/cx"
    assert finding.place.line == 2
    assert finding.message == (
        "The objective 2026-Q4/cx of commit 1a2b3c4d is 2027-Q1/cx now, after its cycle began: "
        "another cycle has other days."
    )
    assert "`carried_from: 2026-Q4/cx`" in str(finding.hint)


def test_cycle_of_the_same_days_may_have_another_name() -> None:
    settings = "version: 1\ncycles: {autumn: {start: 2026-10-01, end: 2026-12-31}}\n"
    now = objective("target: 60", head=f"formerly: [{PATH[11:-5]}]\n")

    assert found_under("objectives/autumn/cx.yaml", now, settings) == []
