"""M206 and M207: a target that is elsewhere, and that can be reached."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from okrcli.checks.case import Case
from okrcli.checks.example_texts import key_result_text, of_key_result, text_of
from okrcli.checks.measurable.metrics import metrics
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, of_kpi
from okrcli.compute.goalposts import baseline_of, target_of
from okrcli.compute.kpis.bounds import bounds_of, drawn
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.goalposts import Band
from okrcli.model.key_results import Maintain, Metric
from okrcli.model.kpi import Kpi

_BASELINE_EQUALS_TARGET = RuleId("M206", "baseline-equals-target", Severity.ERROR)
_OUT_OF_BOUNDS = RuleId("M207", "out-of-bounds", Severity.ERROR)


def baselines_that_equal_targets(case: Case) -> Iterator[Finding]:
    """Find metrics that are to move from a value to the same value."""
    for subject, metric in metrics(case):
        baseline = baseline_of(metric, subject.kpi)
        target = target_of(metric, subject.kpi).target
        if isinstance(baseline, Decimal) and baseline == target:
            message = f"{subject.ref} begins at its target {number_text(baseline)}: nothing moves."
            hint = "Set another target, or make it `type: maintain` with `at_least` or `at_most`."
            keys = ("target",) if metric.change is None else ("change",)
            yield subject.finding(_BASELINE_EQUALS_TARGET, message, hint, *keys)


M206 = Rule(
    id=_BASELINE_EQUALS_TARGET,
    explanation=(
        "Between two equal values there is no way, so there is no progress either. What has to "
        "stay where it is, is a key result of type maintain, or a KPI with a target."
    ),
    source="The arithmetic of progress: it divides by target minus baseline",
    find=baselines_that_equal_targets,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Keep CSAT at 90 %", unit="%", baseline=90, target=90),
            key_result_text("Keep CSAT at 90 %", type="maintain", unit="%", at_least=90),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Retención del 90 %", unit="%", baseline=90, change="+0pp"),
            key_result_text("Retención del 90 al 92 %", unit="%", baseline=90, change="+2pp"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("NPS не ниже 60", kpi="nps", target=60),
            key_result_text("NPS не ниже 60", type="maintain", kpi="nps", at_least=60),
            nps=text_of(title="NPS", baseline=60),
        ),
    },
)


def targets_out_of_bounds(case: Case) -> Iterator[Finding]:
    """Find targets that the KPI can never reach, of key results and of the KPIs themselves."""
    for subject in case.key_results:
        kpi = subject.kpi
        for key, value in _aims(subject) if kpi else ():
            if kpi and value not in bounds_of(kpi):
                message = f"{subject.ref} aims at {number_text(value)}: {_possible(kpi)}."
                yield subject.finding(_OUT_OF_BOUNDS, message, _POSSIBLE_AIM, key)
    for kpi in case.plan.kpis:
        for key, value in _aims_of_kpi(kpi):
            if value not in bounds_of(kpi):
                message = f"{kpi.id} aims at {number_text(value)}: {_possible(kpi)}."
                keys = ("target", key)
                yield of_kpi(case.plan, kpi, _OUT_OF_BOUNDS, message, _POSSIBLE_AIM, *keys)


_POSSIBLE_AIM = "Set a target that can be reached, or correct the KPI's `bounds`."


def _possible(kpi: Kpi) -> str:
    return f"{kpi.id} can only be {drawn(bounds_of(kpi))}"


def _aims(subject: KeyResultSubject) -> Iterator[tuple[str, Decimal]]:
    """Return the values that a key result is to reach or keep to, each with its key."""
    key_result = subject.key_result
    if isinstance(key_result, Metric):
        key = "target" if key_result.change is None else "change"
        yield from ((key, each) for each in _ends(target_of(key_result, subject.kpi).target))
    elif isinstance(key_result, Maintain):
        yield from (("at_least", each) for each in _ends(key_result.at_least))
        yield from (("at_most", each) for each in _ends(key_result.at_most))


def _aims_of_kpi(kpi: Kpi) -> Iterator[tuple[str, Decimal]]:
    if kpi.target:
        yield from (("value", each) for each in _ends(kpi.target.value))
        yield from (("range", each) for each in _ends(kpi.target.range))


def _ends(target: Decimal | Band | None) -> Iterable[Decimal]:
    if isinstance(target, Band):
        return target.low, target.high
    return () if target is None else (target,)


M207 = Rule(
    id=_OUT_OF_BOUNDS,
    explanation=(
        "A share cannot pass 100 %, NPS cannot pass 100. A target beyond the bounds often hides "
        "a percentage of a percentage: 20 % more than 90 % is 108 %."
    ),
    source="«El poder de la evaluación del desempeño basada en datos»: retention “by 20 %”",
    find=targets_out_of_bounds,
    examples={
        "en": of_key_result(
            "en",
            key_result_text(
                "Raise retention", kpi="retained", baseline=90, change="+20% of baseline"
            ),
            key_result_text("Raise retention", kpi="retained", baseline=90, change="+5pp"),
            retained='title: Retention rate\nunit: "%"\nbounds: [0, 100]\n',
        ),
        "es": of_key_result(
            "es",
            key_result_text("Subir el NPS de 40 a 140", kpi="nps", baseline=40, target=140),
            key_result_text("Subir el NPS de 40 a 60", kpi="nps", baseline=40, target=60),
            nps=text_of(title="NPS", unit="puntos", survey="{type: nps}"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("CSAT не ниже 110%", type="maintain", kpi="csat", at_least=110),
            key_result_text("CSAT не ниже 90%", type="maintain", kpi="csat", at_least=90),
            csat='title: CSAT\nunit: "%"\nbounds: [0, 100]\n',
        ),
    },
)
