from okrcli.checks.history.notes import (
    Subject,
    subject_of_kpi,
    subjects_in_objective,
    subjects_in_settings,
)
from tests.checks.workspaces import loaded

OBJECTIVE = """\
title: A
status: closed
added: 2026-10-05
carried_from: 2026-Q3/cx
approved_by: [{who: ana, date: 2026-10-06}]
closing: {date: 2026-12-30, computed: 0.5, was: [{date: 2026-12-29, computed: 0.4}]}
key_results:
  - id: ship
    title: A
    type: milestones
    dropped: {date: 2026-11-02, why: w}
    steps: [{id: pilot, title: A, added: 2026-10-12}]
"""


def fields(subject: Subject) -> list[tuple[str, str]]:
    return [(note.field, str(note.day)) for note in subject.notes]


def test_objective_its_key_results_and_steps_have_notes_of_their_own() -> None:
    [objective] = loaded({"objectives/2026-Q4/cx.yaml": OBJECTIVE}).objectives
    own, key_result, step = subjects_in_objective(objective)

    assert fields(own) == [
        ("approved_by", "2026-10-06"),
        ("added", "None"),
        ("carried_from", "None"),
        ("closing", "2026-12-30"),
        ("closing", "2026-12-29"),
    ]
    assert (key_result.name, fields(key_result)) == (
        "2026-Q4/cx/ship",
        [("dropped", "2026-11-02")],
    )
    assert (step.part_of, step.location) == ("2026-Q4/cx/ship", ("key_results", 0, "steps", 0))
    assert [note.text for note in step.notes] == ["`added: 2026-10-12`"]


def test_kpis_and_cycles_have_notes() -> None:
    plan = loaded(
        {
            "okr.yaml": (
                "version: 1\ncycles:\n  push: {start: 2026-10-02, amendments: [{date: 2026-10-05, "
                "field: start, was: 2026-10-01, now: 2026-10-02, why: w}]}\n"
            ),
            "kpis/nps.yaml": "title: A\nformerly: [score]\n",
        }
    )
    [cycle] = subjects_in_settings(plan.settings)

    assert [note.text for note in cycle.notes] == ["The amendment of `start` to 2026-10-02"]
    assert [note.text for note in subject_of_kpi(plan.kpis[0]).notes] == ["The former name `score`"]
