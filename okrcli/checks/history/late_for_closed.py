"""H805: a closed objective keeps its score, and what comes later is told."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.compute.reports.closing_score import as_stated, scores_if_open
from okrcli.compute.rounding import number_text
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.next_step import NextStep, StepKind

_LATE_FOR_CLOSED = RuleId("H805", "late-for-closed", Severity.WARNING)


def late_for_closed(context: CheckContext) -> Iterator[Finding]:
    """Find closed objectives whose score would be another with what was recorded since."""
    for objective in context.plan.objectives_by_ref.values():
        if objective.status != "closed" or objective.closing is None:
            continue
        computed, day = objective.closing.computed, objective.closing.date
        late = _last_late(context, objective, day) if computed is not None else None
        if late is None or computed is None:
            continue
        score = scores_if_open(context.plan, {objective.ref: None}, day)[objective.ref]
        if score is not None and as_stated(score, _places(computed)) != computed:
            yield _finding(context, objective, late, score)


def _last_late(context: CheckContext, objective: Objective, closed: date) -> CheckIn | None:
    """Return the last check-in since it was closed that may change its score; `None` without."""
    timeline = context.snapshot.timeline
    late = [
        checkin
        for checkin in context.plan.checkins
        if checkin.retracted and _recorded_at(context, checkin) >= closed
    ]
    for holder in _with_children(context.snapshot.plan, objective):
        for key_result in holder.key_results:
            entries = timeline.of_key_result(holder.ref_of(key_result), closed)
            readings = timeline.of_kpi(key_result.kpi, closed) if key_result.kpi else ()
            checkins = [entry.checkin for entry in entries]
            checkins += [reading.checkin for reading in readings]
            late += [checkin for checkin in checkins if _recorded_at(context, checkin) >= closed]
    return max(late, key=lambda checkin: _recorded_at(context, checkin), default=None)


def _recorded_at(context: CheckContext, checkin: CheckIn) -> date:
    """Return the day on which it was there: as it says, else as its commit does."""
    commit = context.past.committed.get(checkin.path) if context.past else None
    days = [checkin.date]
    if checkin.recorded is not None:
        days.append(checkin.recorded.date())
    elif commit is not None:
        days.append(commit.day)
    return max(days)


def _with_children(plan: Plan, objective: Objective) -> list[Objective]:
    """Return *objective* with all that its score may be made of."""
    found = {objective.ref: objective}
    reached = [objective]
    for holder in reached:  # grows as it goes
        for child in plan.children_of(holder) if holder.progress_from != "key_results" else ():
            if child.ref not in found:
                found[child.ref] = child
                reached.append(child)
    return reached


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _finding(context: CheckContext, objective: Objective, late: CheckIn, score: Decimal) -> Finding:
    closing = objective.closing
    said = number_text(closing.computed) if closing and closing.computed is not None else ""
    day = closing.date if closing else ""
    message = (
        f"{objective.ref} was closed on {day} with a score of {said}; with what was recorded "
        f"since, as in {late.path}, it would be {as_stated(score)}."
    )
    hint = NextStep(StepKind.CLOSE_AGAIN, objective.ref)
    place = context.plan.place(objective, "closing", "computed")
    return Finding.of(
        _LATE_FOR_CLOSED, place, message, hint, objective.ref, location=("closing", "computed")
    )


_PATH = "objectives/2026-Q4/cx-leader.yaml"


def _checkin(number: int, day: str, value: int) -> tuple[str, str]:
    text = (
        f"date: 2026-11-02\nby: ana\nrecorded: 2026-11-{day}T09:00:00Z\n"
        f"key_results: [{{key_result: 2026-Q4/cx-leader/proof, value: {value}}}]\n"
    )
    return f"checkins/2026/2026-11-{day}-ana-0000000{number}.yaml", text


def _example(language: Language, title: str, why: str) -> Example:
    text = objective_text(language, key_result_text(title, baseline=40, target=60), status="closed")
    first, late = _checkin(1, "02", 50), _checkin(2, "18", 58)
    was = "{date: 2026-11-09, computed: 0.5}"
    return Example(
        path=_PATH,
        failing=f"{text}closing: {{date: 2026-11-09, computed: 0.5}}\n",
        passing=(f"{text}closing: {{date: 2026-11-19, computed: 0.9, why: {why}, was: [{was}]}}\n"),
        beside=dict((first, late)),
    )


H805 = Rule(
    id=_LATE_FOR_CLOSED,
    explanation=(
        "A score that was told to everybody does not change by itself when a late survey comes in. "
        "The objective keeps the one that it was closed with, and this tells that today's data "
        "give another. Whoever closes it again says why, and what was said before stays in "
        "`closing.was`."
    ),
    source="Accounting practice: a closed period stays closed, or is opened again openly",
    find=late_for_closed,
    examples={
        "en": _example("en", "Raise NPS from 40 to 60", "The survey was late"),
        "es": _example("es", "Subir el NPS de 40 a 60", "La encuesta llegó tarde"),
        "ru": _example("ru", "Повысить NPS с 40 до 60", "Опрос пришёл поздно"),
    },
)
