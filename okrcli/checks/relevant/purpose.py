"""R401 to R403: what an objective serves, why it matters, and who has agreed."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import of_objective, text_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import Subject
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.next_step import NextStep, StepKind

_NO_ALIGNMENT = RuleId("R401", "no-alignment", Severity.ERROR)
_NO_SO_WHAT = RuleId("R402", "no-so-what", Severity.WARNING)
_NOT_APPROVED = RuleId("R403", "not-approved", Severity.WARNING)


def without_parent(context: CheckContext) -> Iterator[Finding]:
    """Find objectives below the top that serve no other, if there are teams."""
    if not context.plan.settings.teams:
        return
    for subject in context.objectives:
        if subject.objective.parent is None and not _is_at_the_top(subject):
            message = f"{subject.ref} serves no other objective."
            hint = "Write the one that it serves as `parent:`; only a top team's has none."
            yield subject.finding(_NO_ALIGNMENT, message, hint)


def _is_at_the_top(subject: Subject) -> bool:
    """An objective without a team is at the top if others serve it; E004 reports unknown teams."""
    objective, teams = subject.objective, subject.plan.settings.teams
    if objective.team is None:
        return bool(subject.plan.children_of(objective))
    return objective.team not in teams or teams[objective.team].parent is None


_TEAMS = "{company: {name: Company}, support: {name: Support, parent: company}}"

R401 = Rule(
    id=_NO_ALIGNMENT,
    explanation=(
        "An objective that serves no other one is work that the company has not asked for. The "
        "parent says why it is worth doing, and shows the top team what moves its own objective."
    ),
    source=(
        "«OKR: Guía Completa para el Desarrollo de OKRs Efectivos en Revenue Operations»: an OKR "
        "that cannot be linked to a goal of the company is left out"
    ),
    find=without_parent,
    examples={
        "en": Example(
            path="objectives/2026-Q4/cx-leader.yaml",
            failing=text_of(title="Lead the industry in satisfaction", team="support"),
            passing=text_of(
                title="Lead the industry in satisfaction", team="support", parent="growth"
            ),
            beside={
                "okr.yaml": f"version: 1\nteams: {_TEAMS}\n",
                "objectives/2026-Q4/growth.yaml": text_of(title="Grow", team="company"),
            },
        ),
        "es": of_objective(
            text_of(title="Ser líderes en satisfacción", team="support"),
            text_of(title="Ser líderes en satisfacción", team="company"),
            teams=_TEAMS,
        ),
        "ru": of_objective(
            text_of(title="Стать лидером отрасли"),
            text_of(title="Стать лидером отрасли", team="company"),
            teams=_TEAMS,
        ),
    },
)


def no_so_what(context: CheckContext) -> Iterator[Finding]:
    """Find objectives that do not say why they matter."""
    for subject in context.objectives:
        objective = subject.objective
        missing = [key for key in ("impact", "why") if getattr(objective, key) is None]
        if missing:
            message = f"{subject.ref} has no {' and no '.join(f'`{key}`' for key in missing)}."
            hint = "Answer “so what?”: growth, efficiency or expansion, and why, in one sentence."
            yield subject.finding(_NO_SO_WHAT, message, hint)


R402 = Rule(
    id=_NO_SO_WHAT,
    explanation=(
        "“So what?” is the shortest test of an objective. If it is reached, the business grows, "
        "becomes more efficient or expands; `impact` says which, `why` says how."
    ),
    source=(
        "«OKR: Guía Completa para el Desarrollo de OKRs Efectivos en Revenue Operations»: the "
        "“so what?” test"
    ),
    find=no_so_what,
    in_strict=Severity.ERROR,
    examples={
        "en": of_objective(
            text_of(title="Lead the industry in satisfaction", impact="growth"),
            text_of(
                title="Lead the industry in satisfaction",
                impact="growth",
                why="Satisfied customers renew more often.",
            ),
        ),
        "es": of_objective(
            text_of(title="Vender con un solo sistema"),
            text_of(
                title="Vender con un solo sistema",
                impact="efficiency",
                why="Cada vendedor pierde un día al mes copiando datos.",
            ),
        ),
        "ru": of_objective(
            text_of(title="Выйти на рынок Казахстана", why="Там втрое меньше конкурентов."),
            text_of(
                title="Выйти на рынок Казахстана",
                impact="expansion",
                why="Там втрое меньше конкурентов.",
            ),
        ),
    },
)


def not_approved(context: CheckContext) -> Iterator[Finding]:
    """Find active objectives that nobody has agreed to."""
    for subject in context.objectives:
        if subject.objective.status == "active" and not subject.objective.approved_by:
            message = f"{subject.ref} is active, but nobody has approved it."
            yield subject.finding(
                _NOT_APPROVED, message, NextStep(StepKind.APPROVE_OR_DRAFT, subject.ref)
            )


R403 = Rule(
    id=_NOT_APPROVED,
    explanation=(
        "Those who depend on an objective, or pay for it, have to agree before the work begins. "
        "`approved_by` keeps who did and when; until then it is a draft."
    ),
    source=(
        "«OKR: Guía Completa para el Desarrollo de OKRs Efectivos en Revenue Operations»: "
        "validated with the stakeholders"
    ),
    find=not_approved,
    in_strict=Severity.ERROR,
    examples={
        "en": of_objective(
            text_of(title="Lead the industry in satisfaction"),
            text_of(
                title="Lead the industry in satisfaction",
                approved_by="[{who: carlos, date: 2026-09-28}]",
            ),
        ),
        "es": of_objective(
            text_of(title="Vender con un solo sistema", status="active"),
            text_of(title="Vender con un solo sistema", status="draft"),
        ),
        "ru": of_objective(
            text_of(title="Выйти на рынок Казахстана"),
            text_of(
                title="Выйти на рынок Казахстана",
                approved_by="[{who: olga, date: 2026-09-28}]",
            ),
        ),
    },
)
