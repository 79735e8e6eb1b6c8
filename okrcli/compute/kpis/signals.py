"""Whether a KPI's last value is unlikely by the KPI's own history, in a sentence."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.better import way_of
from okrcli.compute.kpis.bounds import bounds_of
from okrcli.compute.kpis.xmr import Limits, Side, Signal, SignalRule, limits, signals
from okrcli.compute.reports.report import Point
from okrcli.compute.rounding import short_text
from okrcli.model.finding import Severity
from okrcli.model.kpi import Kpi

_SIGNS: Mapping[Side, int] = {"high": 1, "low": -1}
_BEYOND: Mapping[Side, str] = {"high": "above", "low": "below"}
_STRENGTH = tuple(SignalRule)


class KpiSignal(NamedTuple):
    """A change that is more than noise; one for the better is only worth knowing."""

    severity: Severity
    message: str


def signal_of(kpi: Kpi, series: Sequence[Point]) -> KpiSignal | None:
    """Return the strongest signal that the last value of *series* is part of.

    Args:
        kpi: The KPI; its direction says which side is bad: both for `range`, none without a
            direction.
        series: All of the KPI's own values up to the day; neither a new target nor a changed
            process resets the history.
    """
    values = [point.value for point in series]
    lines = limits(values)
    current = [signal for signal in signals(values) if signal.last == len(values) - 1]
    if lines is None or not current:
        return None
    signal = min(current, key=lambda one: _STRENGTH.index(one.rule))
    severity, verdict = _verdict(kpi, signal.side)
    lines_within = lines.within(bounds_of(kpi))
    return KpiSignal(
        severity, f"{kpi.id} {_SENTENCES[signal.rule](series, signal, lines_within)}{verdict}."
    )


def _verdict(kpi: Kpi, side: Side) -> tuple[Severity, str]:
    if kpi.direction is None:
        return Severity.INFO, ""
    way = way_of(kpi.direction)
    if way == _SIGNS[side]:
        return Severity.INFO, ", for the better"
    return Severity.ERROR, ", for the worse" if way else ""


def _outside_text(series: Sequence[Point], signal: Signal, lines: Limits) -> str:
    at, limit = short_text(series[-1].value), short_text(_limit(signal, lines))
    return f"is at {at}, {_BEYOND[signal.side]} the {limit} that its own history makes likely"


def _run_text(_series: Sequence[Point], signal: Signal, lines: Limits) -> str:
    count = signal.last - signal.first + 1
    mean = short_text(lines.mean)
    return f"was {_BEYOND[signal.side]} its mean of {mean} in each of its last {count} readings"


def _outer_quarter_text(series: Sequence[Point], signal: Signal, lines: Limits) -> str:
    limit, mean = short_text(_limit(signal, lines)), short_text(lines.mean)
    since = series[signal.first].day
    return f"has mostly been nearer to {limit}, its limit, than to its mean of {mean} since {since}"


def _limit(signal: Signal, lines: Limits) -> Decimal:
    return lines.upper if signal.side == "high" else lines.lower


_SENTENCES = {
    SignalRule.OUTSIDE: _outside_text,
    SignalRule.RUN_OF_8: _run_text,
    SignalRule.OUTER_QUARTER: _outer_quarter_text,
}
