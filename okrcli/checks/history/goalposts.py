"""H801: after the cycle began, a goalpost moves only by an amendment."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.history.agreed import agreed_key_results, agreed_objectives
from okrcli.checks.history.agreed_kpis import agreed_kpis
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.lost import lost_workspaces
from okrcli.checks.history.moved.absorbed import find_absorbed
from okrcli.checks.history.moved.key_results import of_key_results
from okrcli.checks.history.moved.kpis import of_kpis
from okrcli.checks.history.moved.lines import moved_everywhere
from okrcli.checks.history.moved.objectives import of_objectives
from okrcli.checks.history.moved_cycles import moved_cycles
from okrcli.checks.history.written_once import rewritten_agreements
from okrcli.checks.past import Past
from okrcli.checks.rule import Example, Rule
from okrcli.model.finding import Finding, Location
from okrcli.model.settings import Language

_PATH = "objectives/2026-Q4/cx-leader.yaml"


def silent_goalposts(context: CheckContext) -> Iterator[Finding]:
    """Find goalposts that are not as agreed, without an amendment that says so; each once."""
    if context.past is None:
        return
    told: set[tuple[str | None, str, Location]] = set()
    for finding in _find_changes(context, context.past):
        key = (finding.ref, finding.place.path, finding.location)
        if key not in told:
            told.add(key)
            yield finding


def _find_changes(context: CheckContext, past: Past) -> Iterator[Finding]:
    for objective in agreed_objectives(context.plan, past, context.day):
        yield from moved_everywhere(objective, of_objectives(context.plan))
    for key_result in agreed_key_results(context.plan, past, context.day):
        yield from moved_everywhere(key_result, of_key_results(context.plan))
    for kpi in agreed_kpis(context.plan, past, context.day):
        yield from moved_everywhere(kpi, of_kpis(context.plan))
    yield from find_absorbed(context, past)
    yield from moved_cycles(context.plan, past, context.day)
    yield from rewritten_agreements(context, past)
    yield from lost_workspaces(context.plan, past, context.day)


_AMENDMENT = (
    "    amendments:\n"
    "      - {{date: 2026-11-02, field: target, was: 60, now: 50, why: {why}, "
    "approved_by: pavel}}\n"
)


def _of_key_result(language: Language, title: str, moved: str, why: str) -> Example:
    agreed = key_result_text(title, baseline=40, target=60)
    failing = key_result_text(moved, baseline=40, target=50)
    passing = failing + _AMENDMENT.format(why=why)
    return Example(
        path=_PATH,
        failing=objective_text(language, failing),
        passing=objective_text(language, passing),
        before={_PATH: objective_text(language, agreed)},
    )


def _of_kpi(title: str, why: str) -> Example:
    path, checkin = "kpis/nps.yaml", "checkins/2026/2026-09-25-lucia-0b51d7e4.yaml"
    reading = "date: 2026-09-25\nby: lucia\nreadings: [{kpi: nps, value: 52}]\n"
    agreed, now = (f"title: {title}\nunit: puntos\nwarning: {size}\n" for size in (3, 30))
    amendment = (
        "amendments:\n  - {date: 2026-11-02, field: warning, was: 3, now: 30, "
        f"why: {why}, approved_by: mateo}}\n"
    )
    return Example(path, now, now + amendment, beside={checkin: reading}, before={path: agreed})


def _of_objective(title: str, why: str) -> Example:
    key_result = key_result_text(title, baseline=40, target=60)
    agreed, now = (
        objective_text("ru", key_result, ambition=ambition)
        for ambition in ("committed", "aspirational")
    )
    amendment = (
        "amendments:\n  - date: 2026-11-02\n    field: ambition\n    was: committed\n"
        f"    now: aspirational\n    why: {why}\n    approved_by: pavel\n"
    )
    return Example(_PATH, now, now + amendment, before={_PATH: agreed})


H801 = Rule(
    id=SILENT_GOALPOST,
    explanation=(
        "A target that is lowered on the way makes a missed quarter look like a good one, and "
        "nobody learns from it. After the cycle has begun, baseline, target, change, bounds, "
        "weight, dates, unit and KPI change by an amendment that says what was, what is now, why, "
        "and who agreed; so do the period of a `maintain` key result, the title of a binary one, "
        "dates and weights of steps, and an objective's `ambition` and `progress_from`. A key "
        "result or a step is not deleted but given up openly with `dropped`, and a new step says "
        "with `added` since when it counts. What was agreed is what git has from before the cycle "
        "began, or of the day on which the key result came; where it is compared with a commit or "
        "a branch, also what that has. A KPI is agreed as it stood at the end of the day of its "
        "first reading: target, baseline, warning, direction, bounds, unit, aggregate, formula, "
        "survey and segments. An amendment of a unit may have a `factor`, which converts what is "
        "in the unit. Drafts bind nobody. The days of the cycle bind, too: they move by an "
        "amendment under `cycles` in okr.yaml. What has ended binds until its objectives are "
        "closed. Amendments, approvals, `added`, `dropped`, "
        "`cancelled`, `closing`, `formerly` and `carried_from` are written once, and are not dated "
        "further back than the days of grace before their commit; one that is closed again keeps "
        "what it said in `closing.was`. A commit's day is the "
        "later of its two dates, and never before that of the commits it stands on; a workspace is "
        "followed when it is moved to another folder."
    ),
    source="Team practice: goalposts that moved in silence, as in sourcegraph/about#408",
    find=silent_goalposts,
    examples={
        "en": _of_key_result(
            "en", "Raise NPS from 40 to 60", "Raise NPS from 40 to 50", "scale changed"
        ),
        "es": _of_kpi("Índice de recomendación (NPS)", "la muestra es pequeña"),
        "ru": _of_objective("Повысить NPS с 40 до 60", "половина команды занята переездом"),
    },
)
