"""A301 and A302: neither too many objectives nor too many key results."""

from collections import defaultdict
from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text, of_objective
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import Subject
from okrcli.model.finding import Finding, RuleId, Severity

_OBJECTIVE_COUNT = RuleId("A301", "objective-count", Severity.WARNING)
_KEY_RESULT_COUNT = RuleId("A302", "key-result-count", Severity.WARNING)

MOST_OBJECTIVES = 5
FEWEST_KEY_RESULTS, MOST_KEY_RESULTS = 2, 5


def too_many_objectives(context: CheckContext) -> Iterator[Finding]:
    """Find the first objective that exceeds the number for its team and cycle."""
    groups: dict[tuple[str, str | None], list[Subject]] = defaultdict(list)
    for subject in context.objectives:
        groups[subject.objective.cycle, subject.objective.team].append(subject)
    for (cycle, team), subjects in groups.items():
        if len(subjects) > MOST_OBJECTIVES:
            whose = f"The team {team} has" if team else "Without a team there are"
            message = f"{whose} {len(subjects)} objectives in {cycle}."
            hint = f"Keep the {MOST_OBJECTIVES} that matter most, and cancel or merge the others."
            yield subjects[MOST_OBJECTIVES].finding(_OBJECTIVE_COUNT, message, hint)


def _six_teams(language_team: str, last_team: str) -> Example:
    """Return an example of five objectives of one team, and a sixth of *last_team*."""
    text = f"title: {{}}\nteam: {language_team}\n"
    return Example(
        path="objectives/2026-Q4/f.yaml",
        failing=text.format("F"),
        passing=f"title: F\nteam: {last_team}\n",
        beside={
            f"objectives/2026-Q4/{letter}.yaml": text.format(letter.upper()) for letter in "abcde"
        },
    )


A301 = Rule(
    id=_OBJECTIVE_COUNT,
    explanation=(
        "Objectives say what matters more than the rest. With more than five nobody remembers "
        "them, and each gets too little attention to move."
    ),
    source="Google re:Work: three to five objectives",
    find=too_many_objectives,
    examples={
        "en": _six_teams("support", "sales"),
        "es": _six_teams("soporte", "ventas"),
        "ru": _six_teams("podderzhka", "prodazhi"),
    },
)


def key_result_counts(context: CheckContext) -> Iterator[Finding]:
    """Find objectives with too few or too many key results that count."""
    for subject in context.objectives:
        key_results = subject.objective.key_results
        counted = sum(
            1 for key_result in key_results if key_result.weight and key_result.dropped is None
        )
        own = subject.objective.progress_from == "key_results"
        if counted > MOST_KEY_RESULTS:
            hint = f"Keep at most {MOST_KEY_RESULTS}; `weight: 0` shows one without counting it."
        elif own and counted < FEWEST_KEY_RESULTS:
            hint = f"Say with {FEWEST_KEY_RESULTS} to {MOST_KEY_RESULTS} what will prove it."
        else:
            continue
        what = f"{counted} key result{'' if counted == 1 else 's'}"
        message = f"{subject.ref} has {what} that count{'s' if counted == 1 else ''}."
        yield subject.finding(_KEY_RESULT_COUNT, message, hint, "key_results")


_NPS = key_result_text("NPS 40 → 60", id="nps", unit="points", baseline=40, target=60)
_CSAT = key_result_text("CSAT 72 → 80", id="csat", unit="%", baseline=72, target=80)

A302 = Rule(
    id=_KEY_RESULT_COUNT,
    explanation=(
        "One key result seldom proves an objective: it can be reached at the cost of something "
        "else. More than five are a list of everything that can be counted."
    ),
    source="Doerr, Measure What Matters: three to five key results; re:Work: about three",
    find=key_result_counts,
    examples={
        "en": of_objective(objective_text("en", _NPS), objective_text("en", _NPS, _CSAT)),
        "es": of_objective(objective_text("es"), objective_text("es", _NPS, _CSAT)),
        "ru": of_objective(
            objective_text("ru", *(_NPS.replace("nps", f"nps-{n}") for n in range(1, 7))),
            objective_text("ru", *(_NPS.replace("nps", f"nps-{n}") for n in range(1, 6))),
        ),
    },
)
