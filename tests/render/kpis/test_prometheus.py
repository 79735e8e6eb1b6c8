from tests.render.kpi_samples import full_listing
from tests.render.kpis.drawn import drawn
from tests.render.metrics.parsed import samples_in


def test_all_kpis_of_the_list_are_there_once() -> None:
    listing = full_listing()
    names = [labels["kpi"] for labels, _ in samples_in(drawn(listing, "prometheus"), "okr_kpi")]
    assert names == [listed.report.id for listed in listing.kpis]
