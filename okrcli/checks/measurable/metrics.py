"""The key results that are metrics, and which way they go."""

from collections.abc import Iterator
from decimal import Decimal

from okrcli.checks.case import Case
from okrcli.checks.subjects import KeyResultSubject
from okrcli.compute.goalposts import baseline_of
from okrcli.model.goalposts import Band
from okrcli.model.key_results import Metric


def metrics(case: Case) -> Iterator[tuple[KeyResultSubject, Metric]]:
    """Return the key results that are metrics."""
    for subject in case.key_results:
        if isinstance(subject.key_result, Metric):
            yield subject, subject.key_result


def way_of_metric(subject: KeyResultSubject, metric: Metric) -> int:
    """Return 1 for a metric that is to go up, -1 for down, 0 where its fields do not say."""
    if metric.change is not None:
        return _sign(metric.change.amount)
    baseline, target = baseline_of(metric, subject.kpi), metric.target
    if not isinstance(baseline, Decimal) or target is None:
        return 0
    if isinstance(target, Band):
        return _sign(
            max(target.low - baseline, Decimal(0)) + min(target.high - baseline, Decimal(0))
        )
    return _sign(target - baseline)


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)
