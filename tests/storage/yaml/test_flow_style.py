import pytest

from okrcli.model.finding import Location
from okrcli.storage.yaml.flow_style import one_line_in
from okrcli.storage.yaml.scalars import Data

OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
CHECKIN = "checkins/2026/2026-11-20-ana-1.yaml"


@pytest.mark.parametrize(
    ("path", "location", "data", "expected"),
    [
        (OBJECTIVE, (), {"title": "x"}, False),
        (OBJECTIVE, ("key_results", 0), {"id": "nps"}, False),
        (OBJECTIVE, ("key_results", 0, "amendments", 0), {"field": "target"}, True),
        (OBJECTIVE, ("key_results", 0, "steps"), [{"id": "pilot"}], False),
        (OBJECTIVE, ("key_results", 0, "guards"), ["csat"], True),
        (OBJECTIVE, ("approved_by", 0), {"who": "ana"}, True),
        (OBJECTIVE, ("initiatives",), [{"id": "survey"}], False),
        (CHECKIN, ("key_results",), [{"key_result": "a/b"}], False),
        (CHECKIN, ("key_results", 0), {"key_result": "a/b"}, True),
        (CHECKIN, ("readings", 3), {"kpi": "nps"}, True),
        ("kpis/nps.yaml", ("target",), {"value": 1}, True),
        ("kpis/nps.yaml", ("source",), {"format": "csv"}, False),
        ("kpis/nps.yaml", ("bounds",), [0, 100], True),
        ("okr.yaml", ("teams",), {"support": {}}, False),
        ("okr.yaml", ("teams", "support"), {"name": "Support"}, True),
        ("okr.yaml", ("rules", "severity"), {"M202": "error"}, False),
        ("okr.yaml", ("rules", "severity", "x"), {}, True),
    ],
)
def test_entries_and_short_mappings_are_one_line(
    path: str, location: Location, data: Data, expected: bool
) -> None:
    assert one_line_in(path)(location, data) is expected
