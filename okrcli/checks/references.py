"""E004: every name in the files refers to exactly one thing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from okrcli.checks.alignment import find_dates_outside_parent, find_loops
from okrcli.checks.checkins.refusing import found_in_entries
from okrcli.checks.checkins.retractions import find_bad_retractions
from okrcli.checks.context import CheckContext
from okrcli.checks.names import Names, Spot
from okrcli.checks.rule import Example, Rule
from okrcli.model.changes.amendment import Amendment
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.finding import BAD_REFERENCE, CommonCause, Finding, Severity
from okrcli.model.improvement import Improvement
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective


def bad_references(context: CheckContext) -> Iterator[Finding]:
    """Find unknown and ambiguous names, and loops among parents."""
    plan = context.plan
    names = Names(plan)
    yield from _in_settings(names)
    yield from _unknown_cycles(names)
    for objective in plan.objectives:
        yield from _in_objective(names, objective)
    for kpi in plan.kpis:
        yield from _in_kpi(names, kpi)
    yield from _bad_formulas(names)
    yield from found_in_entries(plan, BAD_REFERENCE)
    yield from find_bad_retractions(names)
    yield from _find_adopted_names(names)
    for improvement in plan.improvements:
        yield from _in_improvement(names, improvement)
    yield from find_loops(plan)
    yield from find_dates_outside_parent(plan)


def _find_adopted_names(names: Names) -> Iterator[Finding]:
    """Find names that are no longer in use and count for the only key result that can be meant."""
    adopted = names.plan.adopted_names
    checkins = {checkin.path: checkin for checkin in names.plan.checkins} if adopted else {}
    for written, adoption in adopted.items():
        spot = Spot(checkins[adoption.path], ("key_results", adoption.position, "key_result"))
        former = written.ref.removeprefix(f"{written.cycle}/")
        finding = Finding.of(
            BAD_REFERENCE,
            names.plan.place(spot.record, *spot.location),
            f"There is no key result '{written.ref}'; what was checked in for it counts for "
            f"{adoption.ref}, the only one of its cycle that is called so.",
            f"Say it with `formerly: [{former}]` in {adoption.ref}.",
            adoption.ref,
            location=spot.location,
            cause=CommonCause("moved", former, written.cycle or ""),
        )
        yield replace(finding, severity=Severity.WARNING)


def _in_settings(names: Names) -> Iterator[Finding]:
    settings = names.plan.settings
    for name, team in settings.teams.items():
        spot = Spot(settings, ("teams", name))
        yield from names.team(spot, team.parent, "parent")
        yield from names.person(spot, team.lead, "lead")
    for name, person in settings.people.items():
        yield from names.team(Spot(settings), person.team, "people", name, "team")
    for name, cycle in settings.cycles.items():
        for index, amendment in enumerate(cycle.amendments):
            spot = Spot(settings, ("cycles", name, "amendments", index))
            yield from names.person(spot, amendment.approved_by, "approved_by")


def _unknown_cycles(names: Names) -> Iterator[Finding]:
    """Find folders that name no cycle: each once, at its first objective."""
    plan = names.plan
    first = {objective.cycle: objective for objective in reversed(plan.objectives)}
    for cycle_id in sorted(first):
        if plan.cycle(cycle_id) is None and not names.is_unreadable("okr"):
            otherwise = (
                f"Name the folder as in 2026-Q4, or give {cycle_id} its first and last day "
                "under `cycles` in okr.yaml."
            )
            spot = Spot(first[cycle_id])
            yield names.unknown(
                spot, CommonCause("cycle", cycle_id), plan.settings.cycles, otherwise
            )


def _in_objective(names: Names, objective: Objective) -> Iterator[Finding]:
    spot = Spot(objective, (), objective.ref)
    yield from names.person(spot, objective.owner, "owner")
    yield from names.team(spot, objective.team, "team")
    if objective.parent is not None:
        yield from names.objective(spot.at("parent"), objective.parent, objective.cycle)
    for index, approval in enumerate(objective.approved_by):
        yield from names.person(spot, approval.who, "approved_by", index, "who")
    yield from _in_changes(names, spot, objective.amendments, {"cancelled": objective.cancelled})
    for index, key_result in enumerate(objective.key_results):
        inner = Spot(objective, ("key_results", index), objective.ref_of(key_result))
        yield from _in_key_result(names, inner, key_result)
    yield from _in_initiatives(names, objective)


def _in_key_result(names: Names, spot: Spot, key_result: KeyResult) -> Iterator[Finding]:
    yield from names.person(spot, key_result.owner, "owner")
    yield from names.kpi(spot, key_result.kpi, "kpi")
    for index, guard in enumerate(key_result.guards):
        yield from names.kpi(spot, guard, "guards", index)
    yield from _in_changes(names, spot, key_result.amendments, {"dropped": key_result.dropped})
    for index, step in enumerate(key_result.listed_steps):
        yield from _in_changes(names, spot.at("steps", index), (), {"dropped": step.dropped})


def _in_changes(
    names: Names,
    spot: Spot,
    amendments: Iterable[Amendment],
    withdrawals: Mapping[str, Withdrawal | None],
) -> Iterator[Finding]:
    """Find unknown people who are said to have agreed to a change."""
    for index, amendment in enumerate(amendments):
        yield from names.person(spot, amendment.approved_by, "amendments", index, "approved_by")
    for key, withdrawal in withdrawals.items():
        if withdrawal is not None:
            yield from names.person(spot, withdrawal.approved_by, key, "approved_by")


def _in_initiatives(names: Names, objective: Objective) -> Iterator[Finding]:
    known = {key_result.id: None for key_result in objective.key_results}
    for index, initiative in enumerate(objective.initiatives):
        spot = Spot(objective, ("initiatives", index), objective.ref)
        yield from names.person(spot, initiative.owner, "owner")
        for position, name in enumerate(initiative.key_results):
            if name not in known:
                inner = spot.at("key_results", position)
                cause = CommonCause("key result", f"{objective.id}/{name}", objective.cycle)
                yield names.unknown(inner, cause, known, called=name)


def _in_kpi(names: Names, kpi: Kpi) -> Iterator[Finding]:
    spot = Spot(kpi, (), kpi.id)
    yield from names.person(spot, kpi.owner, "owner")
    yield from names.team(spot, kpi.team, "team")
    for index, approval in enumerate(kpi.approved_by):
        yield from names.person(spot, approval.who, "approved_by", index, "who")
    yield from _in_changes(names, spot, kpi.amendments, {})
    for index, ref in enumerate(kpi.serves):
        # A KPI outlives cycles: without a cycle it serves the objective of that name in each.
        if not names.plan.match_objectives(ref):
            yield from names.objective(spot.at("serves", index), ref, None)


def _bad_formulas(names: Names) -> Iterator[Finding]:
    if not any(kpi.formula for kpi in names.plan.kpis):
        return
    # Few workspaces have formulas, and the others start without what reads them.
    from okrcli.checks.formulas import find_bad_formulas  # noqa: PLC0415

    yield from find_bad_formulas(names)


def _in_improvement(names: Names, improvement: Improvement) -> Iterator[Finding]:
    spot = Spot(improvement)
    yield from names.kpi(spot, improvement.kpi, "kpi")
    yield from names.person(spot, improvement.owner, "owner")
    for index, action in enumerate(improvement.actions):
        yield from names.person(spot, action.owner, "actions", index, "owner")


E004 = Rule(
    id=BAD_REFERENCE,
    explanation=(
        "A name that names nothing breaks the chain from a reading to the objective it serves: "
        "the key result gets no values, the objective no place in the tree, the approval nobody "
        "who gave it. Parents must not form a loop, and nothing can serve an objective that is "
        "over before it. A formula is arithmetic over other KPIs, and cannot form a loop either. "
        "Owners, teams and approvers are compared only where okr.yaml lists people or teams."
    ),
    source=(
        "«OKR: Guía Completa para el Desarrollo de OKRs Efectivos en Revenue Operations»: every "
        "OKR is tied to a goal of the company"
    ),
    find=bad_references,
    examples={
        "en": Example(
            path="objectives/2026-Q4/cx-leader.yaml",
            failing=(
                "title: Lead the industry in customer satisfaction\n"
                "key_results:\n"
                "  - {id: nps, title: Raise NPS to 60, type: metric, kpi: npss, target: 60}\n"
            ),
            passing=(
                "title: Lead the industry in customer satisfaction\n"
                "key_results:\n"
                "  - {id: nps, title: Raise NPS to 60, type: metric, kpi: nps, target: 60}\n"
            ),
            beside={"kpis/nps.yaml": "title: Net promoter score\nbaseline: 40\n"},
        ),
        "es": Example(
            path="objectives/2026-Q4/ventas.yaml",
            failing="title: Vender más rápido que nadie\nowner: lucia\nteam: ventsa\n",
            passing="title: Vender más rápido que nadie\nowner: lucia\nteam: ventas\n",
            beside={
                "okr.yaml": (
                    "version: 1\n"
                    "language: es\n"
                    "teams: {ventas: {name: Equipo de ventas}}\n"
                    "people: {lucia: {name: Lucía Gómez, team: ventas}}\n"
                )
            },
        ),
        "ru": Example(
            path="objectives/2026-Q4/support.yaml",
            failing="title: Клиенты получают ответ сразу\nparent: 2026/growht\n",
            passing="title: Клиенты получают ответ сразу\nparent: 2026/growth\n",
            beside={"objectives/2026/growth.yaml": "title: Стать лидером отрасли\n"},
        ),
    },
)
