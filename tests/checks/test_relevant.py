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


def _two(one: str, other: str, kpi: str = "baseline: 72\n") -> dict[str, str]:
    def text(key_result: str) -> str:
        return f"title: A\nkey_results:\n  - {{id: k, title: K, kpi: csat, {key_result}}}\n"

    return {
        "kpis/csat.yaml": f'title: CSAT\nunit: "%"\n{kpi}',
        "objectives/2026-Q4/a.yaml": text(one),
        "objectives/2026-Q4/b.yaml": text(other),
    }


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (
            "type: metric, target: 80",
            "type: metric, target: 85",
            "2026-Q4/b/k wants csat at 85, 2026-Q4/a/k wants it at 80 at the same time.",
        ),
        (
            "type: metric, change: +8pp",
            "type: maintain, at_least: 90",
            "2026-Q4/b/k wants csat at least 90, 2026-Q4/a/k wants it at 80 at the same time.",
        ),
        (
            "type: maintain, at_least: 70, at_most: 80",
            "type: maintain, at_most: 60",
            (
                "2026-Q4/b/k wants csat at most 60, 2026-Q4/a/k wants it at least 70, at most 80 "
                "at the same time."
            ),
        ),
        (
            "type: metric, target: 80",
            "type: metric, target: 85, due: 2026-11-30",
            "2026-Q4/b/k wants csat at 85, 2026-Q4/a/k wants it at 80 at the same time.",
        ),
        (
            "type: metric, target: [80, 85]",
            "type: metric, target: 90",
            (
                "2026-Q4/b/k wants csat at 90, 2026-Q4/a/k wants it at least 80, at most 85 "
                "at the same time."
            ),
        ),
    ],
)
def test_two_targets_for_one_kpi_are_found_at_the_second(
    one: str, other: str, message: str
) -> None:
    (finding,) = found_by("R406", _two(one, other))
    assert finding.message == message
    assert finding.place.path == "objectives/2026-Q4/b.yaml"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("type: metric, target: 80", "type: metric, target: 80"),
        ("type: metric, target: 80", "type: metric, target: 76, due: 2026-11-30"),
        ("type: metric, target: 80", "type: maintain, at_least: 75"),
        ("type: metric, target: 80", "type: binary"),
        ("type: metric, target: 80", "type: metric"),
        (
            "type: metric, target: 80, due: 2026-11-15",
            "type: metric, target: 60, start: 2026-11-16",
        ),
    ],
)
def test_targets_that_can_both_be_reached_are_fine(one: str, other: str) -> None:
    assert found_by("R406", _two(one, other)) == []


def test_each_key_result_is_told_of_one_conflict() -> None:
    files = _two("type: metric, target: 80", "type: metric, target: 85")
    files["objectives/2026-Q4/c.yaml"] = files["objectives/2026-Q4/b.yaml"]
    assert len(found_by("R406", files)) == 2
