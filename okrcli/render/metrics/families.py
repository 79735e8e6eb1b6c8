"""Families of metrics, and their text; what is absent has no sample, never 0 and never NaN."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.printable import inert

if TYPE_CHECKING:
    from prometheus_client import Metric

Labels = Mapping[str, str | None]
MetricUnit = Literal["", "ratio", "seconds"]

_SECONDS_OF_A_DAY = 24 * 60 * 60


class Family(NamedTuple):
    """A family of metrics; its name ends with its unit, as OpenMetrics wants."""

    name: str
    text: str
    unit: MetricUnit = ""
    states: tuple[str, ...] = ()


@dataclass(slots=True)
class Samples:
    """The samples of several families; of several with the same labels, the first one counts."""

    _families: dict[Family, dict[tuple[str, ...], Any]] = field(default_factory=dict)
    _labels: dict[Family, tuple[str, ...]] = field(default_factory=dict)

    def number(self, family: Family, labels: Labels, value: Decimal | int | None) -> None:
        """Add a number; nothing where there is none, or none that a float can hold."""
        if value is not None and isfinite(number := float(value)):
            self._add(family, labels, number)

    def state(self, family: Family, labels: Labels, state: str | None) -> None:
        """Add which of the family's states holds; nothing where none does."""
        if state is not None:
            self._add(family, labels, {name: name == state for name in family.states})

    def age(self, family: Family, labels: Labels, since: date | None, day: date) -> None:
        """Add the time from *since* to *day*, in seconds; nothing where there is no such day."""
        days = (day - since).days if since else None
        self.number(family, labels, None if days is None else days * _SECONDS_OF_A_DAY)

    def info(self, family: Family, labels: Labels, facts: Labels) -> None:
        """Add *facts*, of those that there are, about what *labels* name."""
        self._add(family, labels, {name: inert(text) for name, text in facts.items() if text})

    def target(
        self,
        exact: Family,
        ends: tuple[Family, Family],
        labels: Labels,
        target: Decimal | Band | None,
    ) -> None:
        """Add a target: one number, or the *ends* of a range."""
        if isinstance(target, Band):
            self.number(ends[0], labels, target.low)
            self.number(ends[1], labels, target.high)
        else:
            self.number(exact, labels, target)

    def _add(self, family: Family, labels: Labels, sample: Any) -> None:
        names = self._labels.setdefault(family, tuple(labels))
        values = tuple(inert(labels[name] or "") for name in names)
        self._families.setdefault(family, {}).setdefault(values, sample)

    def text(self) -> str:
        """Return them in the text format of OpenMetrics.

        Raises:
            UsageError: The library that writes it is not installed.
        """
        try:
            from prometheus_client.openmetrics.exposition import generate_latest  # noqa: PLC0415  an extra
        except ImportError as error:
            raise UsageError(
                "Metrics need prometheus-client, which is not installed.",
                "Install it with: pip install 'okrcli[prometheus]'",
            ) from error
        write: Callable[[Samples], bytes] = generate_latest
        return write(self).decode()

    def collect(self) -> Iterable["Metric"]:
        """Return the families as the library wants them."""
        return [
            _metric(family, self._labels[family], samples)
            for family, samples in self._families.items()
        ]


def _metric(
    family: Family, labels: Sequence[str], samples: Mapping[tuple[str, ...], Any]
) -> "Metric":
    from prometheus_client.core import (  # noqa: PLC0415  an extra
        GaugeMetricFamily,
        InfoMetricFamily,
        StateSetMetricFamily,
    )

    metric: Any
    if family.states:
        metric = StateSetMetricFamily(family.name, family.text, labels=labels)
    elif family.name.endswith("_info"):
        metric = InfoMetricFamily(family.name.removesuffix("_info"), family.text, labels=labels)
    else:
        metric = GaugeMetricFamily(family.name, family.text, labels=labels, unit=family.unit)
    for values, sample in samples.items():
        metric.add_metric(values, sample)
    return cast("Metric", metric)
