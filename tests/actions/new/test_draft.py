"""Which type of key result is meant by what was typed."""

import pytest

from okrcli.actions.new.draft import Typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (Typed(), ""),
        (Typed(type="binary", goals={"target": ("5",)}), "binary"),
        (Typed(goals={"target": ("5",)}), "metric"),
        (Typed(goals={"change": ("+5",)}), "metric"),
        (Typed(goals={"at_most": ("5",), "target": ("6",)}), "maintain"),
        (Typed(goals={"steps": ("pilot",)}), "milestones"),
        (Typed(goals={"cadence": ("weekly",)}), ""),
        (Typed(goals={"measure_by": ("2026-11-01",)}), ""),
        (Typed(kpi="nps"), "metric"),
        (Typed(kpi="nps", goals={"at_least": ("5",)}), "maintain"),
    ],
)
def test_type_is_what_the_answers_call_for(typed: Typed, meant: str) -> None:
    assert typed.type_meant == meant
