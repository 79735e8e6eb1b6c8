import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.render.metrics.families import Family, Samples
from tests.render.metrics.parsed import families_in, samples_in

SHARE = Family("okr_share_ratio", "A share.", "ratio")
MOOD = Family("okr_mood", "A mood.", states=("good", "bad"))
ENDS = (Family("okr_low", "Low."), Family("okr_high", "High."))
LABELS = {"of": "a"}
DAY = date(2026, 11, 20)


def test_families_say_what_they_are() -> None:
    samples = Samples()
    samples.number(SHARE, LABELS, Decimal("0.5"))
    family = families_in(samples.text())["okr_share_ratio"]
    assert (family.documentation, family.type, family.unit) == ("A share.", "gauge", "ratio")
    assert samples.text().endswith("# EOF\n")


def test_what_is_absent_has_no_sample() -> None:
    samples = Samples()
    samples.number(SHARE, LABELS, None)
    samples.number(SHARE, LABELS, Decimal("1e999"))
    samples.state(MOOD, LABELS, None)
    samples.age(SHARE, LABELS, None, DAY)
    samples.target(SHARE, ENDS, LABELS, None)
    assert samples.text() == "# EOF\n"


def test_one_state_of_all_holds() -> None:
    samples = Samples()
    samples.state(MOOD, LABELS, "bad")
    assert samples_in(samples.text(), "okr_mood") == [
        ({"of": "a", "okr_mood": "bad"}, 1),
        ({"of": "a", "okr_mood": "good"}, 0),
    ]


def test_age_is_in_seconds() -> None:
    samples = Samples()
    samples.age(Family("okr_age_seconds", "An age.", "seconds"), LABELS, date(2026, 11, 18), DAY)
    assert samples_in(samples.text(), "okr_age_seconds") == [(LABELS, 172_800)]


def test_range_has_two_ends_and_no_target() -> None:
    samples = Samples()
    samples.target(SHARE, ENDS, LABELS, Band(Decimal(1), Decimal(4)))
    samples.target(SHARE, ENDS, {"of": "b"}, Decimal(2))
    text = samples.text()
    assert samples_in(text, "okr_low") == [(LABELS, 1)]
    assert samples_in(text, "okr_high") == [(LABELS, 4)]
    assert samples_in(text, "okr_share_ratio") == [({"of": "b"}, 2)]


def test_two_things_of_one_name_are_one_sample_so_that_the_rest_can_be_read() -> None:
    samples = Samples()
    samples.number(SHARE, LABELS, 1)
    samples.number(SHARE, LABELS, 2)
    assert samples_in(samples.text(), "okr_share_ratio") == [(LABELS, 1)]


@given(st.text())
def test_any_text_is_one_label(text: str) -> None:
    samples = Samples()
    samples.info(Family("okr_it_info", "It."), {"of": text}, {"title": text, "owner": None})
    ((labels, value),) = samples_in(samples.text(), "okr_it")
    assert (value, labels.keys() - {"title"}) == (1, {"of"})
    assert not {*"\x1b\n\u202e"} & {*"".join(labels.values())}


def test_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client.openmetrics.exposition", None)
    with pytest.raises(UsageError, match="prometheus-client") as refused:
        Samples().text()
    assert refused.value.hints == ("Install it with: pip install 'okrcli[prometheus]'",)
