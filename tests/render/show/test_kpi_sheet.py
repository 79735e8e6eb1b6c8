from typing import Any

import pytest

from okrcli.model.base import Record
from okrcli.render.show.kpi_sheet import kpi_sections
from tests.builders import a_checkin, a_follow_up, a_kpi, a_reading, an_improvement
from tests.render.show.sheets import of_kpi, pen

SEGMENTED: dict[str, Any] = {
    "segments": ["chat", "voice"],
    "aggregate": "weighted",
    "target": 60,
    "unit": "points",
}


def drawn(*records: Record, width: int = 80, **fields: Any) -> str:
    own = pen(width)
    return "\n".join(
        own.join_lines(section) for section in kpi_sections(of_kpi(*records, **fields), own)
    )


def read(segment: str, value: int, weight: int | None) -> Record:
    reading = a_reading(value, segment=segment, weight=weight)
    return a_checkin("2026-11-20", reading, name_end=f"{value:08x}")


def test_sheet_begins_with_title_and_health() -> None:
    title, status, *_ = drawn(a_checkin("2026-11-20", a_reading(47)), target=60).splitlines()

    assert title == "Net promoter score"
    assert status.endswith("  nps")


def test_segments_have_their_share_of_the_whole() -> None:
    text = drawn(read("chat", 60, 30), read("voice", 40, 10), **SEGMENTED)
    rows = {line.split()[0]: line for line in text.splitlines() if line.split()}

    assert "75%" in rows["chat"]
    assert "25%" in rows["voice"]
    assert "55" in rows["together"]
    assert "100%" in rows["together"]


def test_segment_without_a_weight_leaves_no_shares() -> None:
    text = drawn(read("chat", 60, 30), read("voice", 40, None), **SEGMENTED)

    assert "75%" not in text
    assert "chat" in text


def test_open_plan_is_told_with_its_actions_and_a_closed_one_with_its_end() -> None:
    open_ = drawn(a_checkin("2026-11-20", a_reading(47)), an_improvement(), target=60)
    closed = drawn(
        a_checkin("2026-11-20", a_reading(47)),
        an_improvement(closed={"date": "2026-11-19", "value": 52, "note": "Train earlier."}),
        target=60,
    )

    assert "Half of the team is new" in open_
    assert "Train the team" in open_
    assert "Train earlier." in " ".join(closed.split())
    assert "Train the team" not in closed


def test_last_follow_up_is_told() -> None:
    told = drawn(an_improvement(), a_follow_up("2026-11-19", "8 of 12 are trained."), target=60)

    assert "2026-11-19: 8 of 12 are trained." in told


def test_computed_kpi_says_that_it_takes_no_readings() -> None:
    assert "no readings are recorded for it" in drawn(a_kpi(id="a"), formula="a * 2")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_sheet_fits_its_width(width: int) -> None:
    records = [read("chat", 60, 30), read("voice", 40, 10), an_improvement()]
    lines = drawn(*records, width=width, **SEGMENTED).splitlines()

    assert max(map(len, lines)) <= width
