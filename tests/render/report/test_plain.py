from okrcli.render.report.records import COLUMNS
from tests.render.report.drawn import drawn
from tests.render.samples import (
    full_report,
)


def test_plain_has_the_same_number_of_columns_in_every_line() -> None:
    lines = drawn(full_report(), "plain").splitlines()

    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
