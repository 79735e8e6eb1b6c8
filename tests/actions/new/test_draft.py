"""Which type of key result is meant by what was typed."""

import pytest

from okrcli.actions.new.draft import KeyResultDraft


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (KeyResultDraft(), ""),
        (KeyResultDraft(type="binary", goals={"target": ("5",)}), "binary"),
        (KeyResultDraft(goals={"target": ("5",)}), "metric"),
        (KeyResultDraft(goals={"change": ("+5",)}), "metric"),
        (KeyResultDraft(goals={"at_most": ("5",), "target": ("6",)}), "maintain"),
        (KeyResultDraft(goals={"steps": ("pilot",)}), "milestones"),
        (KeyResultDraft(goals={"cadence": ("weekly",)}), ""),
        (KeyResultDraft(goals={"measure_by": ("2026-11-01",)}), ""),
        (KeyResultDraft(kpi="nps"), "metric"),
        (KeyResultDraft(kpi="nps", goals={"at_least": ("5",)}), "maintain"),
    ],
)
def test_type_is_what_the_answers_call_for(typed: KeyResultDraft, meant: str) -> None:
    assert typed.type_meant == meant
