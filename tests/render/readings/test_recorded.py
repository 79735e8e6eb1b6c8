from datetime import date
from pathlib import Path
from typing import Any

from okrcli.actions.kpi.record import TypedReading, record_reading
from okrcli.actions.workspace import Workspace
from okrcli.render.drawing.style import ASCII, UNICODE, Glyphs
from okrcli.render.readings.recorded import recorded_lines
from tests.actions.recorded import NOW, TODAY
from tests.builders import a_checkin, a_kpi, a_plan, a_reading

NPS = a_kpi(50, unit="points", segments=["chat", "voice"], aggregate="weighted")
PLAN = a_plan(
    NPS,
    a_kpi(id="churn", unit="%", direction="down"),
    a_checkin("2026-11-20", a_reading(47)),
)


def lines(kpi: str, value: str, glyphs: Glyphs = UNICODE, **typed: Any) -> list[str]:
    reading = TypedReading(kpi, value, typed.pop("day", TODAY), **typed)
    workspace = Workspace(Path("/team"), PLAN, TODAY)
    _, recorded = record_reading(workspace, reading, by="ana", recorded=NOW)
    first, *rest = recorded_lines(recorded, glyphs)
    assert first == f"Recorded in {recorded.path}:"
    return rest


def test_change_and_health_are_told() -> None:
    assert lines("nps", "50") == [
        "  nps 50 points (+3); it was 47 on 2026-11-20",
        "  nps is 50 now: ● healthy, target 50",
    ]


def test_symbols_are_ascii_where_that_is_wanted() -> None:
    assert lines("nps", "12.5", ASCII)[-1] == ("  nps is 12.5 now: x breach, target 50")


def test_first_reading_without_a_target_is_told_as_such() -> None:
    assert lines("churn", "4.5") == [
        "  churn 4.5 %; it is the first value",
        "  churn is 4.5 now, no target",
    ]


def test_segment_is_told_before_the_whole() -> None:
    said = lines("nps", "56", segment="chat", weight="120")

    assert said[1] == "  nps chat is 56 now: ● healthy"
    assert said[2].startswith("  nps is ")


def test_value_that_is_too_old_to_be_judged_is_stale() -> None:
    assert lines("churn", "4.5", day=date(2026, 10, 2))[-1].endswith("no target, stale")


def test_sum_that_lacks_a_segment_is_told() -> None:
    calls = a_kpi(id="calls", segments=["chat", "voice"], aggregate="sum")
    before = a_checkin(
        "2026-11-13",
        a_reading(300, kpi="calls", segment="chat"),
        a_reading(200, kpi="calls", segment="voice"),
    )
    workspace = Workspace(Path("/team"), a_plan(calls, before), TODAY)
    typed = TypedReading("calls", "310", TODAY, segment="chat")
    _, recorded = record_reading(workspace, typed, by="ana", recorded=NOW)

    assert [*recorded_lines(recorded, UNICODE)][-1] == (
        f"  The sum of {TODAY} lacks voice, so it does not count yet."
    )
    assert recorded.report.value == 500
