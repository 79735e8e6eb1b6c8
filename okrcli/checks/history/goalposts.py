"""H801: after the cycle began, a goalpost moves only by an amendment."""

from collections.abc import Iterator

from okrcli.checks.case import Case
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.history.agreed import Agreed, agreed_key_results
from okrcli.checks.history.amended import amended
from okrcli.checks.history.lost import lost_workspaces
from okrcli.checks.history.moved_cycles import moved_cycles
from okrcli.checks.history.shown import goalpost_text
from okrcli.checks.history.silent import SILENT_GOALPOST
from okrcli.checks.history.written_once import rewritten_agreements
from okrcli.checks.past import Past
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject
from okrcli.model.finding import Finding, Location, Place
from okrcli.model.goalposts import AMENDABLE
from okrcli.model.key_results import Milestones, Step
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Language

_PATH = "objectives/2026-Q4/cx-leader.yaml"


def silent_goalposts(case: Case) -> Iterator[Finding]:
    """Find goalposts that are not as agreed, without an amendment that says so; each once."""
    if case.past is None:
        return
    told: set[tuple[str | None, str, Location]] = set()
    for finding in _found(case, case.past):
        key = (finding.ref, finding.place.path, finding.location)
        if key not in told:
            told.add(key)
            yield finding


def _found(case: Case, past: Past) -> Iterator[Finding]:
    for agreed in agreed_key_results(case.plan, past, case.day):
        yield from _moved(case.plan, agreed)
    yield from moved_cycles(case.plan, past, case.day)
    yield from rewritten_agreements(case, past)
    yield from lost_workspaces(case.plan, past, case.day)


def _moved(plan: Plan, agreed: Agreed) -> Iterator[Finding]:
    objective = plan.objectives_by_ref.get(agreed.objective.ref)
    if objective is None:
        yield _without_objective(agreed)
    elif objective.status == "draft":
        yield _draft_again(plan, objective, agreed)
    elif objective.status != "cancelled":
        yield from _moved_in(plan, objective, agreed)


def _moved_in(plan: Plan, objective: Objective, agreed: Agreed) -> Iterator[Finding]:
    for position, key_result in enumerate(objective.key_results):
        if key_result.id == agreed.key_result.id:
            subject = KeyResultSubject(plan, objective, position, key_result)
            yield from _moved_fields(subject, agreed)
            yield from _moved_steps(subject, agreed)
            return
    yield _without_key_result(plan, objective, agreed)


def _without_objective(agreed: Agreed) -> Finding:
    objective = agreed.objective
    message = (
        f"The objective {objective.ref} of {agreed.version.name} is gone, after its cycle began."
    )
    hint = "Put the file back; to give the objective up openly, write `status: cancelled` in it."
    return Finding.of(SILENT_GOALPOST, Place(objective.path), message, hint, objective.ref)


def _draft_again(plan: Plan, objective: Objective, agreed: Agreed) -> Finding:
    message = (
        f"The objective {objective.ref} was {agreed.objective.status} in {agreed.version.name} and "
        "is a draft again, after its cycle began."
    )
    hint = "Put its `status` back; to give the objective up openly, write `status: cancelled`."
    keys = ("status",)
    place = plan.place(objective, *keys)
    return Finding.of(SILENT_GOALPOST, place, message, hint, objective.ref, location=keys)


def _without_key_result(plan: Plan, objective: Objective, agreed: Agreed) -> Finding:
    message = (
        f"The key result {agreed.ref} of {agreed.version.name} is gone, after its cycle began."
    )
    hint = "Put it back; to give it up openly, amend its `weight` to 0."
    keys = ("key_results",)
    place = plan.key_place(objective, *keys)
    # With the key result's own name: several of one objective are several findings.
    return Finding.of(SILENT_GOALPOST, place, message, hint, agreed.ref, location=keys)


def _moved_fields(subject: KeyResultSubject, agreed: Agreed) -> Iterator[Finding]:
    before, now = agreed.key_result, subject.key_result
    if before.type != now.type:
        message = _moved_text(agreed, "type", before.type, now.type)
        hint = "Put it back, and state the new proof as a key result of its own."
        yield subject.finding(SILENT_GOALPOST, message, hint, "type")
        return
    new = [each for each in now.amendments if each not in before.amendments]
    for field in AMENDABLE:
        was, is_now = getattr(before, field, None), getattr(now, field, None)
        fields = type(now).model_fields
        absent = fields[field].default if field in fields else None
        if is_now != amended(was, field, new if field in fields else (), absent):
            message = _moved_text(agreed, field, goalpost_text(was), goalpost_text(is_now))
            hint = (
                f"Put it back, or add to `amendments` an entry with `field: {field}`, "
                f"`was: {goalpost_text(was)}`, `now: {goalpost_text(is_now)}`, `date`, `why` and "
                "`approved_by`."
            )
            yield subject.finding(SILENT_GOALPOST, message, hint, field)


def _moved_steps(subject: KeyResultSubject, agreed: Agreed) -> Iterator[Finding]:
    before, now = agreed.key_result, subject.key_result
    if not isinstance(before, Milestones) or not isinstance(now, Milestones):
        return
    steps = {step.id: (index, step) for index, step in enumerate(now.steps)}
    if gone := [step.id for step in before.steps if step.id not in steps]:
        name = agreed.version.name
        message = f"Steps of {agreed.ref} in {name} are gone: {', '.join(gone)}."
        yield subject.finding(SILENT_GOALPOST, message, _STEP_HINT, "steps")
    for was in before.steps:
        if was.id in steps:
            yield from _moved_step(subject, agreed, was, *steps[was.id])


_STEP_HINT = "Put it back: a step has no amendments, and one that is not done stays open."


def _moved_step(
    subject: KeyResultSubject, agreed: Agreed, before: Step, index: int, now: Step
) -> Iterator[Finding]:
    for field in ("weight", "due"):
        was, is_now = getattr(before, field), getattr(now, field)
        if was != is_now:
            what = f"{field} of the step {now.id}"
            message = _moved_text(agreed, what, goalpost_text(was), goalpost_text(is_now))
            yield subject.finding(SILENT_GOALPOST, message, _STEP_HINT, "steps", index, field)


def _moved_text(agreed: Agreed, what: str, was: str, now: str) -> str:
    name = agreed.version.name
    said = f"{what} of {agreed.ref} was {was} in {name} and is {now}, without an amendment."
    return said[0].upper() + said[1:]


_AMENDMENT = (
    "    amendments:\n"
    "      - {{date: 2026-11-02, field: target, was: 60, now: 50, why: {why}, "
    "approved_by: pavel}}\n"
)


def _example(language: Language, title: str, moved: str, why: str) -> Example:
    agreed = key_result_text(title, baseline=40, target=60)
    failing = key_result_text(moved, baseline=40, target=50)
    passing = failing + _AMENDMENT.format(why=why)
    return Example(
        path=_PATH,
        failing=objective_text(language, failing),
        passing=objective_text(language, passing),
        before={_PATH: objective_text(language, agreed)},
    )


H801 = Rule(
    id=SILENT_GOALPOST,
    explanation=(
        "A target that is lowered on the way makes a missed quarter look like a good one, and "
        "nobody learns from it. After the cycle has begun, baseline, target, change, bounds, "
        "weight and dates change by an amendment that says what was, what is now, why, and who "
        "agreed; a key result is not deleted but given up openly. What was agreed is what git has "
        "from before the cycle began, or of the day on which the key result came; with --against, "
        "also what a commit or branch has. Drafts bind nobody. So do the days of the cycle itself: "
        "they move by an amendment under `cycles` in okr.yaml. Amendments and approvals are "
        "written once, and are not dated further back than the days of grace before their commit. "
        "A commit's day is the later of its two dates, and never before that of the commits it "
        "stands on; a workspace is followed when it is moved to another folder."
    ),
    source="Team practice: goalposts that moved in silence, as in sourcegraph/about#408",
    find=silent_goalposts,
    examples={
        "en": _example("en", "Raise NPS from 40 to 60", "Raise NPS from 40 to 50", "scale changed"),
        "es": _example("es", "Subir el NPS de 40 a 60", "Subir el NPS de 40 a 50", "otra escala"),
        "ru": _example("ru", "Повысить NPS с 40 до 60", "Повысить NPS с 40 до 50", "другая шкала"),
    },
)
