from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import (
    SCHEMA,
    Finding,
    Place,
)
from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import rendered


@given(st.text(min_size=1))
def test_finding_is_one_line_whatever_its_message(message: str) -> None:
    finding = Finding.of(SCHEMA, Place("okr.yaml", 3, 4), message)

    lines = rendered("concise", CheckOutcome((finding,), 1)).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("okr.yaml:3:4: error E002 schema: ")
