"""M210: a survey says on which scale it asks."""

from collections.abc import Iterator

from okrcli.checks.case import Case
from okrcli.checks.example_texts import text_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import of_kpi
from okrcli.model.finding import Finding, RuleId, Severity

_SCALE_UNDEFINED = RuleId("M210", "scale-undefined", Severity.ERROR)


def undefined_scales(case: Case) -> Iterator[Finding]:
    """Find surveys whose answers can be read in two ways; NPS has one scale, from 0 to 10."""
    for kpi in case.plan.kpis:
        survey = kpi.survey
        if survey is None:
            continue
        if survey.type == "ces" and survey.version is None:
            message = f"The survey of {kpi.id} does not say which version of CES it is."
            hint = (
                "Write `version: 1` (how much effort, lower is better) or `version: 2` (how easy)."
            )
            yield of_kpi(case.plan, kpi, _SCALE_UNDEFINED, message, hint, "survey", "version")
        elif survey.type == "csat" and survey.scale is None:
            message = f"The survey of {kpi.id} does not say from where to where its answers go."
            hint = "Write it as in `scale: [1, 5]`."
            yield of_kpi(case.plan, kpi, _SCALE_UNDEFINED, message, hint, "survey", "scale")


def _survey(title: str, failing: str, passing: str) -> Example:
    return Example(
        path="kpis/survey.yaml",
        failing=text_of(title=title, survey=failing),
        passing=text_of(title=title, survey=passing),
    )


M210 = Rule(
    id=_SCALE_UNDEFINED,
    explanation=(
        "Four of five is good, four of ten is not; the first version of CES is better when it is "
        "lower, the second when it is higher. Without the scale a score cannot be compared, not "
        "even with itself a year later."
    ),
    source="Dixon, Freeman and Toman 2010 (CES), and its second version of 2013",
    find=undefined_scales,
    examples={
        "en": _survey("Satisfaction", "{type: csat}", "{type: csat, scale: [1, 5]}"),
        "es": _survey("Esfuerzo del cliente", "{type: ces}", "{type: ces, version: 1}"),
        "ru": _survey("Лёгкость решения", "{type: ces, scale: [1, 7]}", "{type: ces, version: 2}"),
    },
)
