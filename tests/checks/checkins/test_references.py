import pytest

from tests.checks.workspaces import found_by

PEOPLE = "version: 1\npeople: {ana: {name: Ana}, carlos: {name: Carlos}}\nteams: {cx: {name: CX}}\n"


CX = "objectives/2026-Q4/cx.yaml"


STEPS = (
    "title: Train everyone\nkey_results:\n"
    "  - id: course\n    title: All have done the course\n    type: milestones\n"
    "    steps: [{id: pilot, title: Pilot}, {id: everyone, title: Everyone}]\n"
)


NPS = (
    "title: Lead\nkey_results:\n  - {id: nps, title: NPS, type: metric, baseline: 40, target: 60}\n"
)


def _checkin(entries: str) -> dict[str, str]:
    return {"checkins/2026/2026-11-20-ana-7f3a9c12.yaml": f"date: 2026-11-20\nby: ana\n{entries}"}


@pytest.mark.parametrize(
    ("entries", "line", "message", "hint"),
    [
        (
            "key_results:\n  - {key_result: 2026-Q4/cx/npx, value: 1}\n",
            4,
            "There is no key result '2026-Q4/cx/npx'.",
            "Did you mean '2026-Q4/cx/nps'?",
        ),
        (
            "key_results:\n  - {key_result: 2026-Q4/cy/nps, value: 1}\n",
            4,
            "There is no objective '2026-Q4/cy'.",
            "Did you mean '2026-Q4/cx'? It has a key result 'nps'.",
        ),
        (
            "key_results:\n  - {key_result: training/course, done: [pilto]}\n",
            4,
            "There is no step 'pilto'.",
            "Did you mean 'pilot'?",
        ),
        (
            "key_results:\n  - {key_result: training/course, undone: [x]}\n",
            4,
            "There is no step 'x'.",
            "There are everyone, pilot.",
        ),
        (
            "key_results:\n  - {key_result: cx/nps, done: [pilot]}\n",
            4,
            "There is no step 'pilot'.",
            "It has none.",
        ),
        (
            "readings:\n  - {kpi: csta, value: 1}\n",
            4,
            "There is no KPI 'csta'.",
            "Did you mean 'csat'?",
        ),
        (
            "kudos:\n  - {to: karlos, for: all of it}\n",
            4,
            "There is no person 'karlos'.",
            "Did you mean 'carlos'?",
        ),
        (
            "followups:\n  - {improvement: csat-2026, note: done}\n",
            4,
            "There is no improvement plan 'csat-2026'.",
            "An improvement plan is named by its file in improvements/.",
        ),
    ],
)
def test_unknown_name_in_a_checkin_is_found(
    entries: str, line: int, message: str, hint: str
) -> None:
    files = {
        "okr.yaml": PEOPLE,
        "kpis/csat.yaml": "title: CSAT\n",
        CX: NPS,
        "objectives/2026-Q4/training.yaml": STEPS,
    }
    (finding,) = found_by("E004", {**files, **_checkin(entries)})
    assert (finding.place.line, finding.message) == (line, message)
    assert str(finding.hint).startswith(hint)


def test_checkin_entry_without_a_cycle_is_read_in_the_cycle_of_its_day() -> None:
    files = {CX: NPS, "objectives/2026-Q3/cx.yaml": NPS}
    entries = "key_results:\n  - {key_result: cx/nps, value: 1}\n"
    assert found_by("E004", {**files, **_checkin(entries)}) == []


def test_author_of_a_checkin_may_have_left() -> None:
    files = {"okr.yaml": PEOPLE, "checkins/2026/a.yaml": "date: 2026-11-20\nby: gone\nnote: a\n"}
    assert found_by("E004", files) == []


def test_kpi_that_was_renamed_by_hand_is_guessed_by_what_has_no_readings() -> None:
    files = {
        "kpis/first_reply.yaml": "title: First reply\n",
        "kpis/nps.yaml": "title: NPS\n",
        "kpis/ratio.yaml": "title: Ratio\nformula: nps / nps\n",
    }
    readings = "readings:\n  - {kpi: frt, value: 4}\n  - {kpi: nps, value: 44}\n"
    (finding,) = found_by("E004", {**files, **_checkin(readings)})
    assert str(finding.hint) == (
        "Did you mean 'first_reply'? Nothing is recorded for it yet. If it was renamed, "
        "add `formerly: [frt]` to it; else define kpis/frt.yaml."
    )
