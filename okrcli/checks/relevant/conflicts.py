"""R406: a KPI cannot have two values at the same time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from okrcli.checks.aims import Aim, Want, aim_of, conflict
from okrcli.checks.context import CheckContext
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject
from okrcli.compute.kpis.bounds import bounds_of
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.goalposts import Change

_CONFLICTING_TARGETS = RuleId("R406", "conflicting-targets", Severity.WARNING)

_MOST_COMPARED = 10
"""The most aims of one KPI to compare: with more, there is a conflict among the first."""


def conflicting_targets(context: CheckContext) -> Iterator[Finding]:
    """Find key results that want different values of the same KPI at the same time."""
    by_kpi: dict[str, list[KeyResultSubject]] = defaultdict(list)
    for subject in context.key_results:
        if subject.kpi:
            by_kpi[subject.kpi.id].append(subject)
    for kpi_id, subjects in by_kpi.items():
        yield from _different_aims(kpi_id, filter(None, map(aim_of, subjects)))
        keepers = _different_keepers(subjects)
        for mover in subjects:
            keeper = next((keeper for keeper in keepers if _leaves_no_room(keeper, mover)), None)
            if keeper:
                yield _no_room(kpi_id, mover, keeper)


def _different_aims(kpi_id: str, aims: Iterable[Aim]) -> Iterator[Finding]:
    different: dict[Want, Aim] = {}
    for aim in aims:
        others = different.values()
        other = next((other for other in others if conflict(aim.want, other.want)), None)
        if other:
            yield _conflicting(kpi_id, aim, other)
        if len(different) < _MOST_COMPARED:
            different.setdefault(aim.want, aim)


def _different_keepers(subjects: Iterable[KeyResultSubject]) -> Sequence[KeyResultSubject]:
    """Return the first of each group that keeps the KPI within the same bounds."""
    keepers: dict[tuple[Decimal | None, Decimal | None], KeyResultSubject] = {}
    for subject in subjects:
        kept = subject.ends
        if kept and subject.key_result.keeps_a_level and len(keepers) < _MOST_COMPARED:
            keepers.setdefault((kept.low, kept.high), subject)
    return tuple(keepers.values())


def _leaves_no_room(keeper: KeyResultSubject, mover: KeyResultSubject) -> bool:
    """Return whether the bounds of *keeper* leave no room for the change of *mover*.

    Only if *mover* has no known baseline: otherwise its target is known.
    """
    kept, move, kpi = keeper.ends, mover.move, mover.kpi
    if kept is None or move is None or kpi is None:
        return False
    if move.change is None or move.start is not None:
        return False
    bounds = bounds_of(kpi)
    if move.change.amount > 0:
        end, room = kept.low, bounds.high
        return end is not None and room is not None and end + _least(move.change, end) > room
    end, room = kept.high, bounds.low
    return end is not None and room is not None and end - _least(move.change, end) < room


def _least(change: Change, value: Decimal) -> Decimal:
    """Return how far *change* moves *value* at least, as a percentage is ambiguous."""
    amount = abs(change.amount)
    share = abs(value) * amount / 100
    if change.kind == "percent":
        return min(amount, share)
    return share if change.kind == "percent_of_baseline" else amount


def _no_room(kpi_id: str, mover: KeyResultSubject, keeper: KeyResultSubject) -> Finding:
    message = (
        f"{mover.ref} wants to move {kpi_id} further than it can go while {keeper.ref} keeps it."
    )
    return mover.finding(_CONFLICTING_TARGETS, message, _AGREE, "change")


def _conflicting(kpi_id: str, aim: Aim, other: Aim) -> Finding:
    message = (
        f"{aim.subject.ref} wants {kpi_id} {aim.text}, {other.subject.ref} wants it "
        f"{other.text} at the same time."
    )
    return aim.subject.finding(_CONFLICTING_TARGETS, message, _AGREE)


_AGREE = "Agree on one target, or on dates that follow one another."


def _two_targets(language_title: str, kpi: str, here: str, there: str, passing: str) -> Example:
    return Example(
        path="objectives/2026-Q4/support.yaml",
        failing=f"title: {language_title}\nkey_results:\n  - {here}\n",
        passing=f"title: {language_title}\nkey_results:\n  - {passing}\n",
        beside={
            "kpis/csat.yaml": kpi,
            "objectives/2026-Q4/cx-leader.yaml": f"title: A\nkey_results:\n  - {there}\n",
        },
    )


_CSAT = 'title: CSAT\nunit: "%"\nbaseline: 72\n'
_TO_80 = "{id: csat, title: CSAT, type: metric, kpi: csat, target: 80}"

R406 = Rule(
    id=_CONFLICTING_TARGETS,
    explanation=(
        "Two targets for one number at one time cannot both be the plan: one team will be late "
        "whatever happens. A nearer date with a target on the way to the other one is fine."
    ),
    source=(
        "«El poder de la evaluación del desempeño basada en datos»: CSAT “by 15 %” and CSAT “kept "
        "at 90 %” in one list"
    ),
    find=conflicting_targets,
    in_strict=Severity.ERROR,
    examples={
        "en": _two_targets(
            "Answer every customer at once", _CSAT, _TO_80.replace("80", "85"), _TO_80, _TO_80
        ),
        "es": _two_targets(
            "Responder a cada cliente al momento",
            _CSAT,
            "{id: csat, title: CSAT del 90 %, type: maintain, kpi: csat, at_least: 90}",
            _TO_80,
            "{id: csat, title: CSAT del 75 %, type: maintain, kpi: csat, at_least: 75}",
        ),
        "ru": _two_targets(
            "Отвечать каждому сразу",
            _CSAT,
            "{id: csat, title: CSAT, type: metric, kpi: csat, target: 85, due: 2026-11-30}",
            _TO_80,
            "{id: csat, title: CSAT, type: metric, kpi: csat, target: 76, due: 2026-11-30}",
        ),
    },
)
