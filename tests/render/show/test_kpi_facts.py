from datetime import date
from typing import Any

import pytest

from okrcli.model.base import Record
from okrcli.render.drawing.style import UNICODE
from okrcli.render.show.kpi_facts import MOST_SIGNALS, kpi_facts
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_objective
from tests.render.show.sheets import of_kpi


def all_facts(*records: Record, **fields: Any) -> list[tuple[str, str]]:
    return [*kpi_facts(of_kpi(*records, **fields), UNICODE)]


def facts(*records: Record, **fields: Any) -> dict[str, str]:
    return dict(all_facts(*records, **fields))


def readings(*values: int) -> list[Record]:
    return [a_checkin(f"2026-11-{day:02}", a_reading(value)) for day, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("bounds", "text"),
    [
        ([0, 100], "0 to 100 %"),
        ([0, None], "from 0 %"),
        ([None, 100], "up to 100 %"),
    ],
)
def test_possible_values_are_told_as_far_as_they_end(bounds: Any, text: str) -> None:
    assert facts(bounds=bounds, unit="%")["Possible"] == text
    assert "Possible" not in facts(unit="%")


def test_target_is_told_with_its_day_and_what_is_tolerated() -> None:
    found = facts(target=60, unit="points", baseline=40, warning=5)

    assert found["Target"] == "60 points"
    assert found["Warning"] == "within 5 points"
    assert found["Baseline"] == "40 points"
    by_default = facts(target=60, unit="points")
    assert by_default["Warning"].endswith("by default")
    assert "Warning" not in facts(unit="points")


def test_reading_is_told_with_its_day_and_when_the_next_is_due() -> None:
    found = facts(*readings(44, 47), unit="points")

    assert found["Now"] == "47 points since 2026-11-02"
    assert "due since 2026-11-09" in found["Cadence"]
    assert "Now" not in facts()


def test_computed_kpi_is_told_with_what_it_is_made_of() -> None:
    found = all_facts(a_kpi(id="a"), a_kpi(id="b"), formula="a / b")

    assert ("Formula", "a / b") in found
    assert [text.split()[0] for label, text in found if label == "Input"] == ["a", "b"]
    assert "whenever its inputs are read" in dict(found)["Cadence"]


@pytest.mark.parametrize(
    ("survey", "text"),
    [
        ({"type": "nps"}, "NPS"),
        ({"type": "ces", "version": 2}, "CES, version 2"),
        (
            {"type": "csat", "scale": [1, 5], "top_box": [4, 5]},
            "CSAT, answers 1–5, satisfied: 4, 5",
        ),
    ],
)
def test_survey_is_told_with_its_arithmetic(survey: dict[str, Any], text: str) -> None:
    assert facts(survey=survey)["Survey"] == text


def test_segments_are_told_with_how_they_become_one() -> None:
    assert facts(segments=["chat", "voice"], aggregate="weighted")["Segments"] == (
        "chat, voice (weighted)"
    )


def test_alert_is_told() -> None:
    assert facts()["Alert"] == ("3 of the last 3 readings in breach, or an unlikely change (XmR)")
    assert "XmR" not in facts(alert={"xmr": False})["Alert"]


def test_limits_are_told_from_8_values_on_and_the_newest_signals() -> None:
    assert "Limits" not in facts(*readings(*[44] * 7))
    assert "XmR of 8 values" in facts(*readings(*[44, 46] * 4))["Limits"]

    jumps = [44, 46] * 6 + [90] + [44, 46] * 2 + [5] + [44, 46]
    signals = [text for label, text in all_facts(*readings(*jumps)) if label == "Signal"]
    assert signals
    assert len(signals) <= MOST_SIGNALS
    assert signals[0].startswith("2026-11-18")


def test_what_it_is_for_is_told() -> None:
    objective = an_objective(a_key_result(kpi="nps"), a_key_result(id="b", guards=["nps"]))
    found = facts(
        objective,
        a_kpi(id="ratio", formula="nps / 2"),
        serves=["cx-leader"],
        added=date(2026, 9, 1),
    )

    assert found["Serves"] == "cx-leader"
    assert found["Used by"] == "2026-Q4/cx-leader/nps"
    assert found["Guard of"] == "2026-Q4/cx-leader/b"
    assert found["Part of"] == "ratio"
    assert found["File"] == "kpis/nps.yaml"
