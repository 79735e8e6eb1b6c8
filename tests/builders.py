"""Records for tests, each valid as it is: say only what the test is about.

Numbers may be written as text ("5.9"), days too ("2026-11-20").
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.cycle import Cycle
from okrcli.model.goalposts import Band
from okrcli.model.improvement import Improvement
from okrcli.model.key_results import Binary, KeyResult, Maintain, Metric, Milestones
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.readings import Reading
from okrcli.model.settings import Settings

Numeric = Decimal | int | str
Aim = Numeric | tuple[Numeric, Numeric]

Q4 = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
NPS = "2026-Q4/cx-leader/nps"


class AnAnswer(NamedTuple):
    """What somebody has typed for a key result."""

    value: str = ""
    done: str = ""
    undone: str = ""


def a_day(day: str | date) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)


def a_number(number: Aim | None) -> Decimal | Band | None:
    if number is None:
        return None
    if isinstance(number, tuple):
        return Band(Decimal(number[0]), Decimal(number[1]))
    return Decimal(number)


def a_key_result(baseline: Numeric | None = 40, target: Aim | None = 60, **fields: Any) -> Metric:
    """Return a metric; `baseline="unknown"` too."""
    start = baseline if baseline == "unknown" else a_number(baseline)
    defaults = {"id": "nps", "title": "Raise NPS", "type": "metric"}
    return Metric.model_validate(
        {**defaults, "baseline": start, "target": a_number(target), **fields}
    )


def a_maintain(
    at_least: Numeric | None = None, at_most: Numeric | None = None, **fields: Any
) -> Maintain:
    bounds = {"at_least": a_number(at_least), "at_most": a_number(at_most)}
    defaults = {"id": "churn", "title": "Keep churn low", "type": "maintain"}
    return Maintain.model_validate({**defaults, **bounds, **fields})


def milestones(*weights: Numeric, **fields: Any) -> Milestones:
    """Return milestones with the steps `step-1`, `step-2` …; three of weight 1 unless given."""
    steps = [
        {"id": f"step-{n}", "title": f"Step {n}", "weight": Decimal(weight)}
        for n, weight in enumerate(weights or (1, 1, 1), 1)
    ]
    defaults = {"id": "training", "title": "Train the team", "type": "milestones"}
    return Milestones.model_validate({**defaults, "steps": steps, **fields})


def a_binary(**fields: Any) -> Binary:
    defaults = {"id": "audit", "title": "Pass the audit", "type": "binary"}
    return Binary.model_validate({**defaults, **fields})


def an_objective(*key_results: KeyResult, **fields: Any) -> Objective:
    """Return `2026-Q4/cx-leader` of Ana's, active; without key results unless they are given."""
    defaults = {
        "id": "cx-leader",
        "cycle": "2026-Q4",
        "title": "Become the leader in customer satisfaction",
        "owner": "ana",
        "team": "support",
    }
    merged = {**defaults, "key_results": key_results, **fields}
    path = f"objectives/{merged['cycle']}/{merged['id']}.yaml"
    return Objective.model_validate({"path": path, **merged})


def a_kpi(target: Aim | None = None, **fields: Any) -> Kpi:
    """Return the KPI `nps`, which goes up, read weekly."""
    aim = a_number(target)
    aims = {} if aim is None else {"range" if isinstance(aim, Band) else "value": aim}
    defaults = {"id": "nps", "title": "Net promoter score", "direction": "up"}
    merged = {**defaults, "target": aims or None, **fields}
    return Kpi.model_validate({"path": f"kpis/{merged['id']}.yaml", **merged})


def an_entry(value: Numeric | None = None, key_result: str = NPS, **fields: Any) -> KeyResultEntry:
    return KeyResultEntry.model_validate(
        {"key_result": key_result, "value": a_number(value), **fields}
    )


def a_reading(value: Numeric, kpi: str = "nps", **fields: Any) -> Reading:
    return Reading.model_validate({"kpi": kpi, "value": a_number(value), **fields})


def a_checkin(
    day: str | date, *contents: KeyResultEntry | Reading, name_end: str = "7f3a9c12", **fields: Any
) -> CheckIn:
    """Return Ana's check-in of *day* with entries and readings; *name_end* ends its file name."""
    merged = {"by": "ana", **fields}
    name = f"{a_day(day)}-{merged['by']}-{name_end}"
    return CheckIn.model_validate(
        {
            "id": name,
            "path": f"checkins/{a_day(day).year}/{name}.yaml",
            "date": a_day(day),
            "key_results": [each for each in contents if isinstance(each, KeyResultEntry)],
            "readings": [each for each in contents if isinstance(each, Reading)],
            **merged,
        }
    )


def an_improvement(
    goal: Numeric = 50, by: str = "2026-12-31", *, opened: str = "2026-11-02", **fields: Any
) -> Improvement:
    """Return a plan for `nps`, in which Zoe trains the team until 2026-12-01."""
    merged = {"id": "nps-plan", "kpi": "nps", "opened": a_day(opened), **fields}
    defaults = {
        "path": f"improvements/{merged['id']}.yaml",
        "cause": {"type": "training", "text": "Half of the team is new"},
        "goal": {"value": a_number(goal), "by": a_day(by)},
        "actions": [{"title": "Train the team", "owner": "zoe", "due": date(2026, 12, 1)}],
    }
    return Improvement.model_validate({**defaults, **merged})


def a_follow_up(day: str, note: str, improvement: str = "nps-plan", **fields: Any) -> CheckIn:
    """Return Ana's check-in of *day* with one follow-up."""
    said = [{"improvement": improvement, "note": note}]
    return a_checkin(day, **{"followups": said, "name_end": "f0110e0b", **fields})


def checkins(values: dict[str, Numeric], key_result: str = NPS) -> list[CheckIn]:
    """Return one check-in a day of *values*."""
    return [a_checkin(day, an_entry(value, key_result)) for day, value in values.items()]


def a_plan(*records: Record | Iterable[Record], settings: Settings | None = None) -> Plan:
    """Return a plan of objectives, KPIs, check-ins and improvements, in the order given."""
    flat: list[Record] = []
    for each in records:
        flat += [each] if isinstance(each, Record) else each
    return Plan(
        settings=settings or Settings(),
        objectives=tuple(each for each in flat if isinstance(each, Objective)),
        kpis=tuple(each for each in flat if isinstance(each, Kpi)),
        checkins=tuple(each for each in flat if isinstance(each, CheckIn)),
        improvements=tuple(each for each in flat if isinstance(each, Improvement)),
    )
