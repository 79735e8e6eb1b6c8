from okrcli.render.kpis.records import COLUMNS
from tests.render.kpi_samples import full_listing
from tests.render.kpis.drawn import drawn


def test_plain_kpis_have_the_same_number_of_columns_in_every_line() -> None:
    lines = drawn(full_listing(), "plain").splitlines()

    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
