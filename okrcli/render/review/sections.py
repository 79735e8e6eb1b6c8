"""What a review says, section by section; texts of the files in it are not inert yet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrcli.compute.reports.discipline import Discipline
from okrcli.compute.reports.report import ImprovementReport, KpiReport, KudosReport, ObjectiveReport
from okrcli.compute.rounding import count_text, percent_text, short_number, with_unit
from okrcli.render.drawing.style import (
    STATUSES,
    Glyphs,
    Look,
    improvement_look,
    key_result_look,
    kpi_look,
    pace_look,
)
from okrcli.render.review.trends import trend_lines
from okrcli.render.text.amendments import goalpost_text
from okrcli.render.text.improving import actions_text, way_text
from okrcli.render.text.numbers import goal_text, value_text
from okrcli.views.review import (
    ActionEvidence,
    AmendmentEvidence,
    CheckinHelp,
    InitiativeEvidence,
    KeyResultEvidence,
    NoteEvidence,
    Review,
)

PURPOSE = (
    "This is evidence for a conversation, not a rating and not a ranking. "
    "It knows only what was written down. "
    "Whoever owns something now is taken for its owner all along."
)
NOTHING = "Nothing was written down for this cycle."


class Item(NamedTuple):
    """One thing: what it is, and what is to be said of it below.

    Attributes:
        look: How it stands; `None` of what has no status.
    """

    text: str
    look: Look | None = None
    below: tuple[str, ...] = ()


class Section(NamedTuple):
    """Things of one kind, at least one."""

    title: str
    items: Sequence[Item]


def heading_text(review: Review, glyphs: Glyphs) -> str:
    """Return whose evidence it is, and of which cycle."""
    who = ", ".join(filter(None, (review.owner, review.team and f"team {review.team}")))
    return f"{review.workspace} {glyphs.dot} {who} {glyphs.dot} {review.cycle.id}"


def period_text(review: Review) -> str:
    """Return which days are looked at."""
    return f"From {review.cycle.start} to {review.until}, as of {review.as_of}."


def sections_of(review: Review, glyphs: Glyphs) -> Iterator[Section]:
    """Yield the sections that have anything to say."""
    found = (
        ("Objectives owned", [_objective(objective) for objective in review.objectives]),
        ("Key results owned", [_key_result(owned, glyphs) for owned in review.key_results]),
        ("KPIs owned", [_kpi(kpi) for kpi in review.kpis]),
        ("Check-ins of these key results", _discipline(review)),
        ("Changes of goalposts", [_amendment(item, glyphs) for item in review.amendments]),
        ("Initiatives", [_initiative(item) for item in review.initiatives]),
        ("Check-ins for others", [_help(item) for item in review.checkins_for_others]),
        ("Improvement plans owned", [_improvement(plan) for plan in review.improvements]),
        ("Actions in improvement plans", [_action(item) for item in review.actions]),
        ("Follow-ups recorded", [_note(note) for note in review.follow_ups]),
        ("Kudos received", [_kudos(kudos) for kudos in review.kudos_received]),
        ("Kudos given", [_kudos(kudos) for kudos in review.kudos_given]),
        ("Notes", [_note(note) for note in review.notes]),
    )
    return (Section(title, items) for title, items in found if items)


def _objective(objective: ObjectiveReport) -> Item:
    facts = [f"{objective.title} ({objective.ref})"]
    if objective.closing and objective.closing.final_score is not None:
        facts.append(f"closed with score {objective.closing.final_score:.2f}")
    elif objective.progress is not None:
        facts.append(percent_text(objective.progress))
    look = pace_look(objective.pace, objective.status)
    return Item(", ".join((*facts, look.word)), look)


def _key_result(owned: KeyResultEvidence, glyphs: Glyphs) -> Item:
    report = owned.report
    look = key_result_look(report, owned.status)
    goal = goal_text(report, glyphs)
    standing = f"{value_text(report, glyphs)} ({goal})" if goal else value_text(report, glyphs)
    below = [f"Now: {standing}, {look.word}", *trend_lines(owned.trend, glyphs)]
    if owned.discipline and owned.discipline.due:
        below.append(f"Check-ins: {discipline_text(owned.discipline)}")
    if report.dropped:
        below.append(f"Dropped since {report.dropped.date}: {report.dropped.why}")
    return Item(f"{report.title} ({report.ref})", look, tuple(below))


def _kpi(kpi: KpiReport) -> Item:
    value = "no reading" if kpi.value is None else with_unit(short_number(kpi.value), kpi.unit)
    look = kpi_look(kpi)
    return Item(f"{kpi.title} ({kpi.id}): {value}, {look.word}", look)


def _discipline(review: Review) -> list[Item]:
    total = review.discipline
    return [Item(f"All together: {discipline_text(total)}")] if total.due else []


def discipline_text(discipline: Discipline) -> str:
    """Return how many check-ins were due, how many of them came, and how many of these on time."""
    due, done, on_time = discipline
    return f"{due} due, {done} done, {on_time} on time"


def _amendment(evidence: AmendmentEvidence, glyphs: Glyphs) -> Item:
    amendment = evidence.amendment
    sides = (amendment.was, amendment.now)
    was, now = (goalpost_text(value, glyphs, amendment.field) for value in sides)
    agreed = f"approved by {amendment.approved_by}" if amendment.approved_by else "not approved"
    field = amendment.field.replace("_", " ")
    moved = f"{amendment.date} {evidence.ref}: {field} {was} {glyphs.arrow} {now} ({agreed})"
    return Item(moved, None, (amendment.why,))


def _initiative(evidence: InitiativeEvidence) -> Item:
    initiative = evidence.initiative
    look = STATUSES[initiative.status]
    facts = [f"{initiative.title} ({evidence.objective})", look.word]
    facts += [f"due {initiative.due}"] if initiative.due else []
    facts += [initiative.owner] if initiative.owner else []
    return Item(", ".join(facts), look)


def _help(evidence: CheckinHelp) -> Item:
    owner = f", owned by {evidence.owner}" if evidence.owner else ""
    times = count_text(evidence.times, "check-in")
    return Item(f"{evidence.title} ({evidence.ref}){owner}: {times}, the last on {evidence.last}")


def _improvement(plan: ImprovementReport) -> Item:
    look = improvement_look(plan)
    closed = f"closed on {plan.closed}" if plan.closed else f"to be reached by {plan.by}"
    text = f"{plan.id}, {way_text(plan)}, {actions_text(plan)}, {closed}"
    return Item(text, look, tuple(filter(None, (plan.cause, plan.outcome))))


def _action(evidence: ActionEvidence) -> Item:
    action = evidence.action
    look = STATUSES[action.status]
    late = ", overdue" if action.overdue else ""
    return Item(
        f"{action.title} ({evidence.improvement}), {look.word}, due {action.due}{late}", look
    )


def _kudos(kudos: KudosReport) -> Item:
    return Item(f"{kudos.day} {kudos.by} thanks {kudos.to}: {kudos.reason}")


def _note(evidence: NoteEvidence) -> Item:
    about = f" on {evidence.ref}" if evidence.ref else ""
    return Item(f"{evidence.day} {evidence.by}{about}: {evidence.note}")
