"""M206 and M207: a target that differs from the baseline and is possible."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result, text_of
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import moves, of_kpi
from okrcli.compute.kpis.bounds import bounds_of, bounds_text
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi

_BASELINE_EQUALS_TARGET = RuleId("M206", "baseline-equals-target", Severity.ERROR)
_OUT_OF_BOUNDS = RuleId("M207", "out-of-bounds", Severity.ERROR)


def baselines_that_equal_targets(context: CheckContext) -> Iterator[Finding]:
    """Find metrics whose target equals their baseline."""
    for subject, move in moves(context.key_results):
        start = move.start
        if start is not None and start == move.target:
            message = f"{subject.ref} begins at its target {number_text(start)}: nothing moves."
            hint = "Set another target, or make it `type: maintain` with `at_least` or `at_most`."
            yield subject.finding(_BASELINE_EQUALS_TARGET, message, hint, move.field)


M206 = Rule(
    id=_BASELINE_EQUALS_TARGET,
    explanation=(
        "Between two equal values there is no distance, so there is no progress either. "
        "What has to stay where it is, is a key result of type maintain, or a KPI with a target."
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


def targets_out_of_bounds(context: CheckContext) -> Iterator[Finding]:
    """Find impossible targets, of key results and of KPIs themselves."""
    for subject in context.key_results:
        kpi, ends = subject.kpi, subject.ends
        for key, value in ends.by_field if ends else ():
            if kpi and value not in bounds_of(kpi):
                message = f"{subject.ref} aims at {number_text(value)}: {_possible(kpi)}."
                yield subject.finding(_OUT_OF_BOUNDS, message, _POSSIBLE_AIM, key)
    for kpi in context.plan.kpis:
        for key, value in _aims_of_kpi(kpi):
            if value not in bounds_of(kpi):
                message = f"{kpi.id} aims at {number_text(value)}: {_possible(kpi)}."
                keys = ("target", key)
                yield of_kpi(context.plan, kpi, _OUT_OF_BOUNDS, message, _POSSIBLE_AIM, *keys)


_POSSIBLE_AIM = "Set a target that can be reached, or correct the KPI's `bounds`."


def _possible(kpi: Kpi) -> str:
    return f"{kpi.id} can only be {bounds_text(bounds_of(kpi))}"


def _aims_of_kpi(kpi: Kpi) -> Iterator[tuple[str, Decimal]]:
    if kpi.target:
        yield from (("value", end) for end in _ends(kpi.target.value))
        yield from (("range", end) for end in _ends(kpi.target.range))


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
