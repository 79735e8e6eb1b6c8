import pytest

from tests.checks.checkins.recorded import a_checkin, files_with
from tests.checks.workspaces import found_by

COMPUTED = {
    "kpis/ratio.yaml": "title: R\nformula: clv / cac\nbounds: [0, 10]\n",
    "kpis/clv.yaml": "title: CLV\n",
    "kpis/cac.yaml": "title: CAC\n",
    "objectives/2026-Q4/cx.yaml": (
        "title: A\nkey_results:\n  - {id: a, title: A, type: metric, kpi: ratio, target: 3}\n"
    ),
}


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ("readings:\n  - {kpi: clv, value: 1}\n  - {kpi: ratio, value: 3}\n", 5),
        ("readings:\n  - {kpi: ratio, value: 30}\n  - {kpi: ratio, value: 3, segment: x}\n", 4),
        ("key_results:\n  - {key_result: cx/a, value: 3}\n", 4),
    ],
)
def test_reading_of_a_computed_kpi_is_found_once_in_its_file(entries: str, line: int) -> None:
    checkin = f"date: 2026-11-20\nby: ana\n{entries}"
    (finding,) = found_by("C702", {**COMPUTED, "checkins/2026/a.yaml": checkin})
    assert finding.message == (
        "ratio is computed as clv / cac, so what is recorded for it is ignored."
    )
    assert (finding.place.line, finding.ref) == (line, "ratio")


def test_confidence_in_a_key_result_on_a_computed_kpi_is_fine() -> None:
    entry = "key_results:\n  - {key_result: cx/a, confidence: 6}\n"
    checkin = f"date: 2026-11-20\nby: ana\n{entry}"
    assert found_by("C702", {**COMPUTED, "checkins/2026/a.yaml": checkin}) == []


def test_value_out_of_bounds_is_found_at_its_line_in_a_long_file() -> None:
    lines = [f"  - {{kpi: nps, date: 2026-01-{n:02}, value: {n}}}\n" for n in range(1, 29)]
    lines[20] = "  - {kpi: nps, date: 2026-01-21, value: 210}\n"
    (finding,) = found_by("C702", files_with(a_checkin("readings:\n" + "".join(lines))))
    assert (finding.place.line, finding.location) == (25, ("readings", 20, "value"))


@pytest.mark.parametrize("said", ["", ", value: null, done: [], note: null"])
def test_entry_that_says_nothing_is_found_and_no_checkin(said: str) -> None:
    entry = f"key_results:\n  - {{key_result: cx/a{said}}}\n"
    (finding,) = found_by("C702", {**COMPUTED, "checkins/2026/a.yaml": a_checkin(entry)})
    assert finding.message == "Nothing is said of cx/a, so this is no check-in of it."
