from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


def test_every_text_of_a_plan_is_looked_at() -> None:
    odd = "A\u200bB"
    objective = (
        f"title: {odd}\nwhy: {odd}\nnote: {odd}\nkey_results:\n"
        f"  - {{id: a, title: {odd}, note: {odd}, type: milestones, "
        f"steps: [{{id: s, title: {odd}}}]}}\n"
        f"initiatives:\n  - {{id: i, title: {odd}, note: {odd}}}\n"
    )
    kpi = f"title: {odd}\nwhy: {odd}\nnote: {odd}\n"
    plan = (
        f"kpi: k\nopened: 2026-11-02\ncause: {{type: other, text: {odd}}}\n"
        f"goal: {{value: 1, by: 2026-12-31}}\n"
        f"actions: [{{title: {odd}, owner: zoe, due: 2026-12-01}}]\n"
    )
    checkin = f"date: 2026-11-20\nby: ana\nnote: {odd}\n"
    files = {
        CX: objective,
        "kpis/k.yaml": kpi,
        "improvements/p.yaml": plan,
        "checkins/2026/a.yaml": checkin,
    }
    findings = found_by("S109", files)
    assert len(findings) == 8 + 3 + 2
    assert "checkins/2026/a.yaml" not in {each.place.path for each in findings}
