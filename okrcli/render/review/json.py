"""A review for programs: schema `okrcli.review/1`, to which keys are only added."""

from typing import Any

from okrcli.compute.reports.discipline import Discipline
from okrcli.render.options import RenderOptions
from okrcli.render.report.json import (
    improvement_facts,
    key_result_facts,
    kpi_facts,
    kudos_facts,
    objective_facts,
)
from okrcli.render.review.sections import PURPOSE
from okrcli.render.text.amendments import amendment_facts
from okrcli.render.text.json_text import json_text
from okrcli.views.review import ActionEvidence, InitiativeEvidence, KeyResultEvidence, Review

SCHEMA = "okrcli.review/1"
_DEPTH = 3
"""So that each piece of evidence is few lines."""


def render(review: Review, options: RenderOptions) -> str:
    """Return *review* as JSON; what is absent is null, and nothing in it is a rating."""
    del options
    return json_text(_facts(review), _DEPTH)


def _facts(review: Review) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "purpose": PURPOSE,
        "workspace": review.workspace,
        "as_of": review.as_of,
        "cycle": {
            "id": review.cycle.id,
            "start": review.cycle.start,
            "end": review.cycle.end,
            "until": review.until,
        },
        "team": review.team,
        "owner": review.owner,
        "people": review.people,
        "objectives": [
            {**objective_facts(objective), "key_results": [kr.ref for kr in objective.key_results]}
            for objective in review.objectives
        ],
        "key_results": [_key_result(owned) for owned in review.key_results],
        "kpis": [kpi_facts(kpi) for kpi in review.kpis],
        "discipline": review.discipline._asdict(),
        "amendments": [
            {"ref": evidence.ref, **amendment_facts(evidence.amendment)}
            for evidence in review.amendments
        ],
        "initiatives": [_initiative(evidence) for evidence in review.initiatives],
        "checkins_for_others": [evidence._asdict() for evidence in review.checkins_for_others],
        "improvements": [improvement_facts(improvement) for improvement in review.improvements],
        "actions": [_action(evidence) for evidence in review.actions],
        "follow_ups": [note._asdict() for note in review.follow_ups],
        "kudos_received": [kudos_facts(kudos) for kudos in review.kudos_received],
        "kudos_given": [kudos_facts(kudos) for kudos in review.kudos_given],
        "notes": [note._asdict() for note in review.notes],
    }


def _key_result(owned: KeyResultEvidence) -> dict[str, Any]:
    return {
        **key_result_facts(owned.report),
        "trend": [point._asdict() for point in owned.trend],
        "discipline": _discipline(owned.discipline),
    }


def _discipline(discipline: Discipline | None) -> dict[str, int] | None:
    return discipline._asdict() if discipline else None


def _initiative(evidence: InitiativeEvidence) -> dict[str, Any]:
    initiative = evidence.initiative
    return {
        "objective": evidence.objective,
        "id": initiative.id,
        "title": initiative.title,
        "owner": initiative.owner,
        "due": initiative.due,
        "status": initiative.status,
        "key_results": initiative.key_results,
    }


def _action(evidence: ActionEvidence) -> dict[str, Any]:
    action = evidence.action
    return {
        "improvement": evidence.improvement,
        "title": action.title,
        "owner": action.owner,
        "due": action.due,
        "status": action.status,
        "overdue": action.overdue,
    }
