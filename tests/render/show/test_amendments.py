from typing import Any

from okrcli.model.key_results.amendment import KeyResultAmendment
from okrcli.render.show.amendments import amendment_section
from tests.render.show.sheets import pen


def amended(day: str, field: str, was: Any, now: Any, **fields: Any) -> KeyResultAmendment:
    changed = {"date": day, "field": field, "was": was, "now": now, "why": "Agreed."}
    return KeyResultAmendment.model_validate({**changed, **fields})


def rows(*amendments: KeyResultAmendment, unit: str | None = "h") -> list[list[str]]:
    """Return the cells of each amendment's row."""
    drawing = pen(120)
    lines = drawing.join_lines(amendment_section(amendments, unit, drawing)).splitlines()
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines[1:]]


def test_row_says_what_moved_why_and_who_agreed() -> None:
    target = amended("2026-11-02", "target", 24, 12, approved_by="carlos")
    weight = amended("2026-11-03", "weight", None, 2)

    assert rows(target, weight) == [
        ["2026-11-02", "target 24 h → 12 h", "Agreed.", "carlos"],
        ["2026-11-03", "weight 1 → 2", "Agreed.", "not approved"],
    ]


def test_numbers_have_the_unit_of_their_day() -> None:
    before = amended("2026-11-01", "target", 720, 600)
    unit = amended("2026-11-02", "unit", "min", "h", factor="1/60")
    after = amended("2026-11-03", "target", 10, 8)

    assert [row[1] for row in rows(before, unit, after)] == [
        "target 720 min → 600 min",
        "unit min → h, 1 min is 1/60 h",
        "target 10 h → 8 h",
    ]
