"""C703 and C704: a KPI in breach has a plan, and the plan goes on."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import of_kpi
from okrcli.compute.reports.improvement_report import is_open, open_improvements
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.next_step import NextStep, StepKind

_BREACH_NEEDS_IMPROVEMENT = RuleId("C703", "breach-needs-improvement", Severity.WARNING)
_FOLLOW_UP_OVERDUE = RuleId("C704", "follow-up-overdue", Severity.WARNING)


def breaches_without_plan(context: CheckContext) -> Iterator[Finding]:
    """Find KPIs in breach without an improvement plan."""
    planned = {
        improvement.kpi
        for improvement in context.plan.improvements
        if is_open(improvement, context.day)
    }
    for kpi in context.plan.kpis_by_id.values():
        report = context.snapshot.kpis[kpi.id]
        if report.health == "breach" and report.value is not None and kpi.id not in planned:
            message = (
                f"{kpi.id} is in breach, at {number_text(report.value)} since "
                f"{report.value_date}, and has no open improvement plan."
            )
            step = NextStep(StepKind.OPEN_IMPROVEMENT, kpi.id)
            yield of_kpi(context.plan, kpi, _BREACH_NEEDS_IMPROVEMENT, message, step)


_PLAN = (
    "kpi: csat\nopened: 2026-11-16\ncause: {{type: training, text: {cause}}}\n"
    "goal: {{value: 85, by: 2026-12-31}}\n"
    "actions: [{{title: {action}, owner: zoe, due: 2026-12-01}}]\n"
)
_KPI = 'title: CSAT\nunit: "%"\ndirection: up\ntarget: {value: 90}\n'
_READING = "date: 2026-11-16\nby: ana\nreadings:\n  - {{kpi: csat, value: {}}}\n"


def _breach(reading: str) -> Example:
    return Example(
        path="kpis/csat.yaml",
        failing=_KPI,
        passing=_KPI.replace("90", reading),
        beside={"checkins/2026/a.yaml": _READING.format(reading)},
    )


C703 = Rule(
    id=_BREACH_NEEDS_IMPROVEMENT,
    explanation=(
        "A red number that everybody gets used to is worse than none. A KPI in breach has a "
        "plan: why it happens, which value should be reached by when, and who does what for it. "
        "On its way from its baseline to a target with a date a KPI is in breach only where it "
        "falls behind that way."
    ),
    source="«Indicador clave de rendimiento (KPI)», a glossary: what to do when a KPI falls short",
    find=breaches_without_plan,
    in_strict=Severity.ERROR,
    examples={
        "en": _breach("70"),
        "es": _breach("60.5"),
        "ru": _breach("0"),
    },
)


def overdue_follow_ups(context: CheckContext) -> Iterator[Finding]:
    """Find open improvement plans without a follow-up for a week."""
    plans = {improvement.id: improvement for improvement in context.plan.improvements}
    for report in open_improvements(context.plan, context.snapshot):
        if report.follow_up_due is None or report.follow_up_due >= context.day:
            continue
        last = max(report.opened, report.last_follow_up or report.opened)
        message = f"The improvement plan {report.id} has had no follow-up since {last}."
        step = NextStep(StepKind.FOLLOW_UP, report.id)
        place = context.plan.place(plans[report.id])
        yield Finding.of(_FOLLOW_UP_OVERDUE, place, message, step, report.kpi)


def _followed_up(cause: str, action: str, note: str) -> Example:
    text = "date: {}\nby: zoe\nfollowups:\n  - {{improvement: csat-plan, note: {}}}\n"
    plan = _PLAN.format(cause=cause, action=action).replace("2026-11-16", "2026-11-02")
    closed = "closed: {date: 2026-11-19, value: 91}\n"
    return Example(
        path="improvements/csat-plan.yaml",
        failing=plan,
        passing=plan + closed,
        beside={
            "kpis/csat.yaml": _KPI,
            "checkins/2026/a.yaml": text.format("2026-11-09", note),
        },
    )


C704 = Rule(
    id=_FOLLOW_UP_OVERDUE,
    explanation=(
        "A plan that nobody looks at for a week is a wish. One line a week in a check-in says "
        "whether the cause was the right one, while there is still time to try another."
    ),
    source="«Indicador clave de rendimiento (KPI)», a glossary: follow up each week",
    find=overdue_follow_ups,
    examples={
        "en": _followed_up("New staff", "Train them", "8 of 12 are trained"),
        "es": _followed_up("Personal nuevo", "Formarlo", "8 de 12 ya formados"),
        "ru": _followed_up("Новые сотрудники", "Обучить их", "обучены 8 из 12"),
    },
)
