from decimal import Decimal

from okrcli.compute.reports.report import KpiReport
from okrcli.model.goalposts import Band
from okrcli.render.metrics.families import Samples
from okrcli.render.metrics.kpis import add_kpi
from tests.render.metrics.parsed import families_in, samples_in
from tests.render.samples import DAY, a_kpi, a_segment


def metrics_of(*kpis: KpiReport) -> str:
    samples = Samples()
    for kpi in kpis:
        add_kpi(samples, kpi, DAY)
    return samples.text()


def test_kpi_has_value_target_health_and_age() -> None:
    text = metrics_of(a_kpi(segments=(a_segment(),)))
    labels = {"kpi": "nps"}
    assert samples_in(text, "okr_kpi_value") == [(labels, 47)]
    assert samples_in(text, "okr_kpi_target") == [(labels, 50)]
    assert samples_in(text, "okr_kpi_reading_age_seconds") == [(labels, 0)]
    assert samples_in(text, "okr_kpi_segment_value") == [({**labels, "segment": "voice"}, 68)]
    held = [state["okr_kpi_health"] for state, is_it in samples_in(text, "okr_kpi_health") if is_it]
    assert held == ["warning"]


def test_old_value_is_stale_whatever_it_is() -> None:
    text = metrics_of(a_kpi(stale=True, health="healthy"))
    held = [state["okr_kpi_health"] for state, is_it in samples_in(text, "okr_kpi_health") if is_it]
    assert held == ["stale"]


def test_what_a_kpi_has_not_is_absent() -> None:
    text = metrics_of(a_kpi(value=None, value_date=None, target=None, health="no_data"))
    assert families_in(text).keys() == {"okr_kpi", "okr_kpi_health"}


def test_value_in_a_former_unit_is_absent() -> None:
    assert "okr_kpi_value" not in families_in(metrics_of(a_kpi(value_unit="minutes")))


def test_range_is_two_numbers() -> None:
    text = metrics_of(a_kpi(target=Band(Decimal(1), Decimal(4))))
    assert samples_in(text, "okr_kpi_target_low") == [({"kpi": "nps"}, 1)]
    assert samples_in(text, "okr_kpi_target_high") == [({"kpi": "nps"}, 4)]
