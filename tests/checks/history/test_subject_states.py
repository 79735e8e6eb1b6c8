from datetime import date

from okrcli.checks.history.subject_states import subject_states
from okrcli.checks.past import SettingsVersion, Version
from tests.checks.workspaces import loaded

STEP = "{id: pilot, title: A, added: 2026-10-05}"
OLD = {
    "okr.yaml": "version: 1\ncycles:\n  push: {start: 2026-10-01}\n",
    "kpis/reply.yaml": "title: A\n",
    "objectives/2026-Q4/support.yaml": (
        f"title: A\nkey_results: [{{id: ship, title: A, type: milestones, steps: [{STEP}]}}]\n"
    ),
}
NOW = {
    "kpis/frt.yaml": "title: A\nformerly: [reply]\n",
    "objectives/2026-Q4/cx.yaml": (
        "title: A\nformerly: [support]\n"
        f"key_results: [{{id: ship, title: A, type: milestones, steps: [{STEP}]}}]\n"
    ),
}


def test_states_are_those_of_the_present_names() -> None:
    old = loaded(OLD)
    version = Version(date(2026, 10, 6), "commit a", old.objectives, kpis=old.kpis)
    settings = SettingsVersion(date(2026, 10, 7), "commit b", old.settings)
    states = subject_states(loaded(NOW), [version], [settings])

    assert states.keys() == {
        "2026-Q4/cx",
        "2026-Q4/cx/ship",
        ("2026-Q4/cx/ship", "pilot"),
        ("kpi", "frt"),
        ("cycle", "push"),
    }
    [step] = states["2026-Q4/cx/ship", "pilot"]
    assert (step.commit, step.is_binding) == ("commit a", True)
    assert step.has(step.notes[0])


def test_draft_binds_nobody() -> None:
    draft = loaded({"objectives/2026-Q4/cx.yaml": "title: A\nstatus: draft\n"}).objectives
    [[state]] = subject_states(loaded({}), [Version(date(2026, 10, 6), "a", draft)]).values()

    assert not state.is_binding
