"""K601 to K603: few KPIs, of both kinds, each needed by an objective."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import text_of
from okrcli.checks.kpis.parts import named_in_formulas, needed_by_key_results, parts_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import of_kpi
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

_KPI_COUNT = RuleId("K601", "kpi-count", Severity.INFO)
_LEADING_AND_LAGGING = RuleId("K602", "leading-and-lagging", Severity.INFO)
_METRIC_NOT_KPI = RuleId("K603", "metric-not-kpi", Severity.WARNING)

FEWEST, MOST = 3, 5
"""The fewest and the most KPIs of a team that has others above it."""
MOST_OF_ALL = 15
"""The most KPIs of the whole workspace, which the top team can still look at."""


def kpi_counts(context: CheckContext) -> Iterator[Finding]:
    """Find teams with too few or too many KPIs, and a workspace with too many, in a cycle."""
    if not context.has_running_cycle:
        return
    plan = context.plan
    watched = _watched_kpis(context)
    for team, kpis in _by_team(watched).items():
        if not _has_parent(plan, team) or FEWEST <= len(kpis) <= MOST:
            continue
        few = len(kpis) < FEWEST
        message = f"The team {team} has {len(kpis)} KPI{'' if len(kpis) == 1 else 's'}."
        hint = f"Watch {FEWEST} to {MOST}: enough to see harm, few enough to look at."
        yield of_kpi(plan, kpis[0 if few else MOST], _KPI_COUNT, message, hint, "team")
    if len(watched) > MOST_OF_ALL:
        message = f"There are {len(watched)} KPIs: more than anybody can look at."
        hint = f"Keep the {MOST_OF_ALL} that decide something."
        yield of_kpi(plan, watched[MOST_OF_ALL], _KPI_COUNT, message, hint)


def _watched_kpis(context: CheckContext) -> Sequence[Kpi]:
    """Return the KPIs that are watched: those that are only part of a formula are not."""
    parts = parts_of(context)
    return [kpi for kpi in context.kpis if kpi.id not in parts]


def _by_team(kpis: Iterable[Kpi]) -> Mapping[str | None, list[Kpi]]:
    groups: dict[str | None, list[Kpi]] = defaultdict(list)
    for kpi in kpis:
        groups[kpi.team].append(kpi)
    return groups


def _has_parent(plan: Plan, team: str | None) -> bool:
    known = plan.settings.teams.get(team) if team else None
    return known is not None and known.parent is not None


_OBJECTIVE = {"objectives/2026-Q4/cx-leader.yaml": "title: A\n"}
_TEAMS = "version: 1\nteams: {company: {name: C}, support: {name: S, parent: company}}\n"


def _six(
    title: str, kind: str = "team", of_others: str = "support", of_sixth: str = "company"
) -> Example:
    """Return an example of five KPIs, and a sixth that is one too many."""
    return Example(
        path="kpis/f.yaml",
        failing=text_of(title=title, **{kind: of_others}),
        passing=text_of(title=title, **{kind: of_sixth}),
        beside={
            "okr.yaml": _TEAMS,
            **_OBJECTIVE,
            **{f"kpis/{letter}.yaml": text_of(title=letter, team="support") for letter in "abcde"},
        },
    )


K601 = Rule(
    id=_KPI_COUNT,
    explanation=(
        "With three to five KPIs a team sees when something goes wrong; with ten it looks at none "
        "of them. Those who lead the whole company follow ten to fifteen of all teams. A number "
        "that has no target and is only part of a formula does not count: its result does. "
        "Nothing is said before a cycle with an active objective runs, and drafts do not count."
    ),
    source="«Indicador clave de rendimiento (KPI)», a glossary: how many KPIs to watch",
    find=kpi_counts,
    in_strict=Severity.WARNING,
    examples={
        "en": _six("Tickets each agent solves"),
        "es": _six("Tickets por agente"),
        "ru": _six("Заявки на сотрудника"),
    },
)


def without_leading_or_lagging(context: CheckContext) -> Iterator[Finding]:
    """Find teams whose KPIs are all lagging, or all leading, in a cycle."""
    if not context.has_running_cycle:
        return
    for team, kpis in _by_team(_watched_kpis(context)).items():
        kinds = {kpi.kind for kpi in kpis}
        missing = [kind for kind in ("leading", "lagging") if kind not in kinds]
        if len(kpis) > 1 and missing:
            whose = f"The team {team}" if team else "The workspace"
            message = f"{whose} has no KPI of kind {' and none of kind '.join(missing)}."
            hint = "Add one, or write the `kind` of the existing ones."
            yield of_kpi(context.plan, kpis[0], _LEADING_AND_LAGGING, message, hint, "kind")


def _two(first: str, second: str) -> Example:
    return Example(
        path="kpis/b.yaml",
        failing=text_of(title=second, kind="lagging"),
        passing=text_of(title=second, kind="leading"),
        beside={"kpis/a.yaml": text_of(title=first, kind="lagging"), **_OBJECTIVE},
    )


K602 = Rule(
    id=_LEADING_AND_LAGGING,
    explanation=(
        "Revenue and churn tell what has happened; conversion and engagement tell what is coming. "
        "With the second kind a team can act in time, with the first it knows whether it helped."
    ),
    source="«Indicador clave de rendimiento (KPI)», a glossary: leading and lagging KPIs",
    find=without_leading_or_lagging,
    in_strict=Severity.WARNING,
    examples={
        "en": _two("Churn", "Weekly active customers"),
        "es": _two("Ingresos", "Conversión de interesados"),
        "ru": _two("Отток", "Активация новичков"),
    },
)


def unneeded_kpis(context: CheckContext) -> Iterator[Finding]:
    """Find KPIs that no objective, key result, guard or formula needs."""
    needed = needed_by_key_results(context) | named_in_formulas(context.plan)
    for kpi in context.kpis:
        if not kpi.serves and kpi.id not in needed:
            message = f"{kpi.id} serves no objective: it is a metric, not a key indicator."
            hint = "Write under `serves` which objective needs it, or delete it."
            yield of_kpi(context.plan, kpi, _METRIC_NOT_KPI, message, hint, "serves")


def _serving(title: str) -> Example:
    return Example(
        path="kpis/nps.yaml",
        failing=text_of(title=title),
        passing=text_of(title=title, serves="[cx-leader]"),
        beside=_OBJECTIVE,
    )


K603 = Rule(
    id=_METRIC_NOT_KPI,
    explanation=(
        "All KPIs are metrics, few metrics are KPIs: a key indicator tells whether something that "
        "the team wants is coming about. `serves` says what."
    ),
    source="«KPIs estratégicos para evaluar el éxito»: KPIs and general metrics",
    find=unneeded_kpis,
    examples={
        "en": _serving("Net Promoter Score"),
        "es": _serving("Índice de recomendación"),
        "ru": _serving("Индекс лояльности"),
    },
)
