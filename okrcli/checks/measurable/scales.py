"""M210: a survey states its scale."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import text_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import of_kpi
from okrcli.compute.kpis.survey import NPS_SCALE
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.kpi import Survey

_SCALE_UNDEFINED = RuleId("M210", "scale-undefined", Severity.ERROR)


def undefined_scales(context: CheckContext) -> Iterator[Finding]:
    """Find surveys with ambiguous answers; NPS has one scale, from 0 to 10."""
    for kpi in context.plan.kpis:
        for key, lack, hint in _unclear(kpi.survey) if kpi.survey else ():
            message = f"The survey of {kpi.id} {lack}"
            yield of_kpi(context.plan, kpi, _SCALE_UNDEFINED, message, hint, "survey", key)


def _unclear(survey: Survey) -> Iterator[tuple[str, str, str]]:
    """Return the key, what is unclear about the survey, and the next step."""
    if survey.type == "ces" and survey.version is None:
        hint = "Write `version: 1` (how much effort, lower is better) or `version: 2` (how easy)."
        yield "version", "does not say which version of CES it is.", hint
    elif survey.type == "csat" and survey.scale is None:
        message = "does not say from where to where its answers go."
        yield "scale", message, "Write it as in `scale: [1, 5]`."
    elif survey.type == "nps" and survey.scale not in {None, NPS_SCALE}:
        message = "is NPS, whose answers always go from 0 to 10."
        yield "scale", message, "Write `scale: [0, 10]`, or another `type`."
    elif survey.scale and survey.scale[0] >= survey.scale[1]:
        yield "scale", "ends before it begins.", "Write the lower end first, as in `scale: [1, 5]`."
    elif survey.scale and not all(_is_on(survey.scale, answer) for answer in survey.top_box or ()):
        message = "counts answers as satisfied that are not on its scale."
        yield "top_box", message, "Name answers of the scale, as in `top_box: [4, 5]`."


def _is_on(scale: tuple[int, int], answer: int) -> bool:
    return scale[0] <= answer <= scale[1]


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
