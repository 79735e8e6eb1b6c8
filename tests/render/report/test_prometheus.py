from decimal import Decimal

from hypothesis import given

from okrcli.model.cycle import Cycle
from tests.render.metrics.parsed import families_in, samples_in
from tests.render.report.drawn import ANY_TEXT, drawn, titled
from tests.render.samples import CYCLE, HOSTILE, a_report, full_report


def test_report_says_what_it_is_of() -> None:
    text = drawn(full_report(), "prometheus")
    ((labels, value),) = samples_in(text, "okr_report")
    assert value == 1
    assert (labels["workspace"], labels["cycle"], labels["as_of"]) == (
        "Acme Support",
        "2026-Q4",
        "2026-11-20",
    )


def test_cycle_without_an_end_has_no_share() -> None:
    open_ended = Cycle("current", CYCLE.start, None)
    text = drawn(a_report(cycle=open_ended, elapsed=Decimal(0), days_left=None), "prometheus")
    assert "okr_cycle_elapsed_ratio" not in families_in(text)


@given(ANY_TEXT)
def test_parser_of_prometheus_reads_any_title(title: str) -> None:
    text = drawn(titled(title + HOSTILE), "prometheus")
    assert len(samples_in(text, "okr_objective")) == 1
