"""S105: one person is accountable for it."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import of_objective, text_of
from okrcli.checks.rule import Rule
from okrcli.model.finding import Finding, RuleId, Severity

_NO_OWNER = RuleId("S105", "no-owner", Severity.WARNING)


def without_owner(context: CheckContext) -> Iterator[Finding]:
    """Find objectives that nobody owns; a key result without an owner has its objective's."""
    for subject in context.objectives:
        if subject.objective.owner is not None:
            continue
        key_results = subject.objective.key_results
        orphans = sum(key_result.owner is None for key_result in key_results)
        message = f"{subject.ref} has no owner{_also(orphans, len(key_results))}."
        hint = "Write who answers for it as `owner:`; one person, not a team."
        yield subject.finding(_NO_OWNER, message, hint, "owner")


def _also(orphans: int, key_results: int) -> str:
    if not orphans:
        return ""
    if orphans == key_results:
        return ", nor has any of its key results"
    return f", nor ha{'s' if orphans == 1 else 've'} {orphans} of its {key_results} key results"


S105 = Rule(
    id=_NO_OWNER,
    explanation=(
        "What everybody answers for, nobody does. One person watches the number, checks it in and "
        "says when help is needed; many may do the work. A key result without an owner of its "
        "own has its objective's."
    ),
    source="Doran 1981: assignable, specify who will do it",
    find=without_owner,
    in_strict=Severity.ERROR,
    examples={
        "en": of_objective(
            text_of(title="Lead the industry in satisfaction"),
            text_of(title="Lead the industry in satisfaction", owner="ana"),
        ),
        "es": of_objective(
            text_of(title="Vender con un solo sistema", team="ventas"),
            text_of(title="Vender con un solo sistema", team="ventas", owner="lucia"),
        ),
        "ru": of_objective(
            text_of(title="Выйти на рынок Казахстана"),
            text_of(title="Выйти на рынок Казахстана", owner="olga"),
        ),
    },
)
