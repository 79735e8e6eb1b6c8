"""What is asked for a metric: where it starts, and where it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from okrcli.compute.inputs.base import Input, keep_text
from okrcli.compute.typed_values import typed_amount, typed_goal

if TYPE_CHECKING:
    from decimal import Decimal


def _baseline_of(text: str, unit: str | None) -> Decimal | Literal["unknown"]:
    return "unknown" if text == "unknown" else typed_amount(text, unit)


METRIC = (
    Input(
        "baseline",
        "Value at the start.",
        "NUMBER|unknown",
        read=_baseline_of,
        question="What is the baseline?",
        question_with_kpi="What is the baseline? A number [Enter: the KPI's]",
    ),
    Input(
        "measure_by",
        "Date by which an unknown baseline will be measured.",
        "YYYY-MM-DD",
        read=keep_text,
        is_day=True,
        calls_for_type=False,
    ),
    Input(
        "target",
        "Value to reach.",
        "NUMBER|LOW..HIGH",
        read=typed_goal,
        question="What is the target? A number, or LOW..HIGH",
        instead="change",
    ),
    Input("change", "Change to achieve, instead of a target.", "+15%|-10|+5pp", read=keep_text),
)
