from decimal import Decimal
from fractions import Fraction

from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds, KpiTarget
from okrcli.render.story.json import event_facts, fact
from tests.render.story.samples import EVENTS


def test_values_are_plain_data() -> None:
    assert fact(KpiTarget(value=Decimal(60))) == {"value": Decimal(60)}
    assert fact(Change(Decimal(5), "points")) == "+5pp"
    assert fact((Band(Decimal(1), Decimal(2)), Bounds())) == [[1, 2], [None, None]]
    assert fact({"a": Fraction(1, 60)}) == {"a": "1/60"}


def test_every_event_has_the_same_keys() -> None:
    assert len({tuple(event_facts(event)) for event in EVENTS}) == 1
