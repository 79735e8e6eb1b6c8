from datetime import date

import pytest

from okrcli.checks.contributions import claims_by_path, claims_in
from tests.checks.workspaces import loaded

PATH = "objectives/2026-Q4/cx.yaml"
APPROVED = "title: T\napproved_by:\n  - {who: ana, date: 2026-09-25}\n"
AMENDED = (
    "title: T\nkey_results:\n  - id: nps\n    title: Raise NPS\n    type: metric\n    target: 60\n"
    "    amendments:\n"
    "      - {date: 2026-10-12, field: target, was: 70, now: 60, why: w, approved_by: ana}\n"
)


@pytest.mark.parametrize(
    ("day", "paths"), [("2026-08-01", {PATH}), ("2026-12-31", {PATH}), ("2027-01-01", set())]
)
def test_approvals_count_until_the_cycle_is_over(day: str, paths: set[str]) -> None:
    for text in (APPROVED, AMENDED):
        assert claims_by_path(loaded({PATH: text}), date.fromisoformat(day)).keys() == paths
    assert claims_by_path(loaded({PATH: "title: T\n"}), date.fromisoformat(day)) == {}


@pytest.mark.parametrize(("text", "line"), [(APPROVED, 3), (AMENDED, 8)])
def test_approval_is_placed_at_the_name(text: str, line: int) -> None:
    plan = loaded({PATH: text})
    ((claim, location),) = claims_in(plan.objectives[0])
    assert claim.who == "ana"
    assert plan.place(plan.objectives[0], *location).line == line


@pytest.mark.parametrize(
    ("change", "is_another"),
    [
        (("why: w", "why: a better reason"), False),
        (("was: 70", "was: 70.0"), False),
        (("now: 60", "now: 50"), True),
        (("date: 2026-10-12", "date: 2026-09-30"), True),
        (("field: target", "field: baseline"), True),
        (("approved_by: ana", "approved_by: eva"), True),
        (("id: nps", "id: csat"), True),
    ],
)
def test_amendment_is_another_when_it_approves_something_else(
    change: tuple[str, str], is_another: bool
) -> None:
    def claims(text: str) -> list[object]:
        return [claim for claim, _ in claims_in(loaded({PATH: text}).objectives[0])]

    assert (claims(AMENDED) != claims(AMENDED.replace(*change))) is is_another


def test_what_is_given_up_and_kpis_are_approved_too() -> None:
    objective = (
        "title: T\nstatus: cancelled\ncancelled: {date: 2026-11-02, why: w, approved_by: ana}\n"
        "key_results:\n  - id: ship\n    title: T\n    type: milestones\n"
        "    dropped: {date: 2026-11-02, why: w, approved_by: eva}\n"
        "    steps: [{id: a, title: A, dropped: {date: 2026-11-02, why: w, approved_by: zoe}}]\n"
    )
    kpi = (
        "title: T\nunit: h\napproved_by: [{who: ana, date: 2026-11-02}]\nsurvey: {type: nps}\n"
        "amendments: [{date: 2026-11-02, field: survey, was: null, now: {type: nps}, why: w, "
        "approved_by: eva}]\n"
    )
    plan = loaded({PATH: objective, "kpis/nps.yaml": kpi})

    assert [claim.who for claim, _ in claims_in(plan.objectives[0])] == ["ana", "eva", "zoe"]
    assert [claim.who for claim, _ in claims_in(plan.kpis[0])] == ["ana", "eva"]
    claims = claims_by_path(plan, date(2026, 11, 20))
    assert claims.keys() == {PATH, "kpis/nps.yaml"}
