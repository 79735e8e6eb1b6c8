"""The target of a KPI, of which a value and a date are typed separately."""

from collections.abc import Mapping
from typing import Any

from okrcli.actions.amend.goalposts import NOTHING, TARGET_BY
from okrcli.actions.days import day_of
from okrcli.compute.goals import parse_goal
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiTarget


def with_typed_target(target: KpiTarget | None, texts: Mapping[str, str], unit: str | None) -> Any:
    """Return a KPI's *target* changed by *texts*; its other dates stay.

    Raises:
        UsageError: It cannot be read, or has a date and nothing to reach.
    """
    is_gone = texts.get("target") == NOTHING
    if is_gone and texts.get(TARGET_BY, NOTHING) == NOTHING:
        return None
    known: dict[str, Any] = dict(target) if target and not is_gone else {}
    if "target" in texts and not is_gone:
        aim = parse_goal(texts["target"], unit)
        is_range = isinstance(aim, Band)
        known |= {"value": None if is_range else aim, "range": aim if is_range else None}
    if TARGET_BY in texts:
        by = texts[TARGET_BY]
        known["by"] = None if by == NOTHING else day_of(by)
    if known.get("value") is None and known.get("range") is None:
        raise UsageError("A date needs a target to be reached by it.")
    return KpiTarget(**{name: value for name, value in known.items() if value is not None})
