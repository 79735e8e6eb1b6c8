from decimal import Decimal

import pytest

from okrcli.actions.site.fingerprint import Fingerprints
from tests.builders import a_checkin, a_key_result, an_entry, an_objective
from tests.render.samples import a_kpi, full_report


def test_same_values_have_the_same_fingerprint_and_others_another() -> None:
    prints = Fingerprints()

    assert prints.of(a_kpi(), 1) == Fingerprints().of(a_kpi(), 1)
    assert prints.of(a_kpi(), 1) != prints.of(a_kpi(value=Decimal(48)), 1)
    assert prints.of("a", "b") != prints.of("ab")
    assert prints.of(None) != prints.of("None")


def test_records_of_every_kind_have_one() -> None:
    report = full_report()
    values = (
        *report.objectives,
        *report.kpis,
        *report.improvements,
        *report.attention,
        an_objective(a_key_result()),
        a_checkin("2026-11-20", an_entry(47)),
    )

    assert len({Fingerprints().of(value) for value in values}) == len(values)


def test_shared_one_is_that_of_the_value() -> None:
    prints, kpi = Fingerprints(), a_kpi()

    assert prints.of_shared(kpi) == prints.of_shared(kpi) == prints.of(kpi)


@pytest.mark.parametrize("value", [object(), len, frozenset({"a"}), lambda: None])
def test_what_differs_from_run_to_run_has_none(value: object) -> None:
    if value is len:
        assert Fingerprints().of(value)  # it has a name
    else:
        with pytest.raises(TypeError):
            Fingerprints().of(value)
