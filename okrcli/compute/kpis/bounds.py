"""The values that a KPI can have at all."""

from decimal import Decimal

from okrcli.compute.rounding import number_text
from okrcli.model.kpi import Bounds, Kpi

_PERCENT = Bounds(Decimal(0), Decimal(100))
_NPS = Bounds(Decimal(-100), Decimal(100))
_CES_SCALE = {1: (1, 5), 2: (1, 7)}


def bounds_of(kpi: Kpi) -> Bounds:
    """Return the KPI's bounds: its own, otherwise those of its survey's score, otherwise open ones.

    NPS is a difference of two shares, CSAT a share, CES a mean on its scale.
    """
    survey = kpi.survey
    if kpi.bounds != Bounds() or survey is None:
        return kpi.bounds
    if survey.type == "nps":
        return _NPS
    if survey.type == "csat":
        return _PERCENT
    scale = survey.scale or _CES_SCALE.get(survey.version or 0)
    if scale is None or scale[0] >= scale[1]:  # a scale turned round is rule M210's
        return Bounds()
    return Bounds(Decimal(scale[0]), Decimal(scale[1]))


def bounds_text(bounds: Bounds) -> str:
    """Return the bounds in words, as in `0 to 100`; empty when both ends are open."""
    low = None if bounds.low is None else number_text(bounds.low)
    high = None if bounds.high is None else number_text(bounds.high)
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return f"at most {high}" if high is not None else ""
