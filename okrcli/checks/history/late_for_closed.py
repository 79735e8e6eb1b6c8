"""H805: a closed objective keeps its score, and later entries are reported."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import itemgetter

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.compute.reports.closing_score import as_stated, scores_if_open
from okrcli.compute.rounding import number_text
from okrcli.compute.timeline import DatedItem, ReadingBlock
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.next_step import NextStep, StepKind

_LATE_FOR_CLOSED = RuleId("H805", "late-for-closed", Severity.WARNING)


def late_for_closed(context: CheckContext) -> Iterator[Finding]:
    """Find closed objectives whose score would be another with what was recorded since."""
    arrivals = _Arrivals(context)
    for objective in context.plan.objectives_by_ref.values():
        if objective.status != "closed" or objective.closing is None:
            continue
        computed, day = objective.closing.computed, objective.closing.date
        late = arrivals.last_since(objective, day) if computed is not None else None
        if late is None or computed is None:
            continue
        score = scores_if_open(context.plan, {objective.ref: None}, day)[objective.ref]
        if score is not None and as_stated(score, _places(computed)) != computed:
            yield _finding(context, objective, late, score)


_Dated = list[tuple[date, CheckIn]]
_Series = Sequence[DatedItem[KeyResultEntry]] | Sequence[ReadingBlock]


class _Arrivals:
    """When check-ins were recorded; there may be many closed objectives, and each asks for it."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        self._series: dict[str, tuple[_Dated, _Dated]] = {}

    def last_since(self, objective: Objective, closed: date) -> CheckIn | None:
        """Return the last check-in since the day it was *closed* that may change its score.

        `None` where there is none.
        """
        found = [checkin for checkin in self._retracting if self._recorded_at(checkin) >= closed]
        timeline = self._context.snapshot.timeline
        for holder in _with_children(self._context.snapshot.plan, objective):
            for key_result in holder.key_results:
                ref = holder.ref_of(key_result)
                found += self._late_in(ref, timeline.key_results.get(ref, ()), closed)
                if kpi := key_result.kpi:
                    found += self._late_in(kpi, timeline.all_of_kpi(kpi).blocks, closed)
        return max(found, key=self._recorded_at, default=None)

    @cached_property
    def _retracting(self) -> list[CheckIn]:
        return [checkin for checkin in self._context.plan.checkins if checkin.retracted]

    def _late_in(self, name: str, series: _Series, closed: date) -> Iterator[CheckIn]:
        """Yield those with an entry of a day up to *closed* that were recorded then or later."""
        if name not in self._series:
            dated = [(item.day, item.checkin) for item in series]
            late = [pair for pair in dated if self._recorded_at(pair[1]) > pair[0]]
            self._series[name] = dated, late
        dated, late = self._series[name]
        for day, checkin in late:
            if day <= closed <= self._recorded_at(checkin):
                yield checkin
        for day, checkin in dated[bisect_left(dated, closed, key=itemgetter(0)) :]:
            if day > closed:
                break
            yield checkin

    def _recorded_at(self, checkin: CheckIn) -> date:
        """Return the day on which it was there: as it says, else as its commit does."""
        if checkin.recorded is not None:
            return max(checkin.date, checkin.recorded.date())
        past = self._context.past
        commit = past.committed.get(checkin.path) if past else None
        return max(checkin.date, commit.day) if commit else checkin.date


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
