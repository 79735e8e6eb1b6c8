import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


TEAMS = "version: 1\nteams: {company: {name: C}, support: {name: S, parent: company}}\n"


def test_objective_below_the_top_without_a_parent_is_found() -> None:
    (finding,) = found_by("R401", {"okr.yaml": TEAMS, CX: "title: A\nteam: support\n"})
    assert (finding.message, finding.ref) == ("2026-Q4/cx serves no other objective.", "2026-Q4/cx")


@pytest.mark.parametrize(
    "files",
    [
        {CX: "title: A\nteam: company\n"},
        {CX: "title: A\nteam: support\nparent: nowhere\n"},
        {CX: "title: A\nteam: unknown\n"},
        {CX: "title: A\n", "objectives/2026-Q4/b.yaml": "title: B\nparent: cx\n"},
        {CX: "title: A\nteam: support\nstatus: closed\n"},
    ],
)
def test_objective_at_the_top_or_with_a_parent_is_fine(files: dict[str, str]) -> None:
    assert found_by("R401", {"okr.yaml": TEAMS, **files}) == []


def test_alignment_is_not_asked_for_where_there_are_no_teams() -> None:
    assert found_by("R401", {CX: "title: A\n"}) == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("", ["2026-Q4/cx has no `impact` and no `why`."]),
        ("why: Because\n", ["2026-Q4/cx has no `impact`."]),
        ("impact: growth\n", ["2026-Q4/cx has no `why`."]),
        ("impact: growth\nwhy: Because\n", []),
    ],
)
def test_objective_that_does_not_answer_so_what_is_found(text: str, messages: list[str]) -> None:
    findings = found_by("R402", {CX: f"title: A\n{text}"})
    assert [each.message for each in findings] == messages


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("status: draft\n", 0),
        ("status: closed\n", 0),
        ("approved_by: [{who: ana, date: 2026-09-28}]\n", 0),
    ],
)
def test_active_objective_that_nobody_approved_is_found(text: str, count: int) -> None:
    assert len(found_by("R403", {CX: f"title: A\n{text}"})) == count
