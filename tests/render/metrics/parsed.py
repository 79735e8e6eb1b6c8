"""What the publisher's own parser reads in metrics."""

from collections.abc import Callable, Iterable, Mapping

from prometheus_client import Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families

Sample = tuple[Mapping[str, str], float]


def families_in(text: str) -> Mapping[str, Metric]:
    """Return the families in *text* by name; the parser refuses what is no OpenMetrics."""
    parse: Callable[[str], Iterable[Metric]] = text_string_to_metric_families
    return {family.name: family for family in parse(text)}


def samples_in(text: str, name: str) -> list[Sample]:
    """Return labels and value of each sample of the family *name*."""
    return [(sample.labels, sample.value) for sample in families_in(text)[name].samples]
