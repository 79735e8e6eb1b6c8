"""Which names are valid, and which are in use or were used before."""

import re

from okrcli.errors import UsageError
from okrcli.model.base import ID_PATTERN, KPI_ID_PATTERN
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

_LONGEST = 64
_FORMS = {
    ID_PATTERN: "Write lower-case words joined by `-`, as in `cx-leader`.",
    KPI_ID_PATTERN: "Write lower-case words joined by `_`, as in `first_reply`.",
}


def require_form(name: str, pattern: str) -> None:
    """Refuse text that is not a valid id.

    Raises:
        UsageError: It is not a valid id.
    """
    if len(name) > _LONGEST or re.fullmatch(pattern, name) is None:
        raise UsageError(f"'{name}' is not an id.", _FORMS[pattern])


def require_free_objective(plan: Plan, cycle: str, name: str) -> None:
    """Refuse the id of an objective that another of the cycle has, or that one had.

    Raises:
        UsageError: The id is in use, or was used before.
    """
    ref = f"{cycle}/{name}"
    if ref in plan.objectives_by_ref:
        raise UsageError(f"An objective '{ref}' already exists.", "Choose another id.")
    if former := plan.former_names.objectives.get(ref):
        raise _former(ref, former.ref)


def require_free_key_result(
    plan: Plan, objective: Objective, name: str, hint: str = "Choose another id."
) -> None:
    """Refuse the id of a key result that another of the objective has, or that one had.

    Raises:
        UsageError: The id is in use, or was used before.
    """
    ref = f"{objective.ref}/{name}"
    if ref in plan.key_results_by_ref:
        raise UsageError(f"A key result '{ref}' already exists.", hint)
    if former := plan.former_names.key_results.get(ref):
        raise _former(ref, _ref_of(*former), hint)


def require_free_kpi(plan: Plan, name: str) -> None:
    """Refuse the id of a KPI that another has, or that one had.

    Raises:
        UsageError: The id is in use, or was used before.
    """
    if name in plan.kpis_by_id:
        raise UsageError(f"A KPI '{name}' already exists.", "Choose another id.")
    if former := plan.former_names.kpis.get(name):
        raise _former(name, former.id)


def name_of(subject: Objective | Kpi | tuple[Objective, KeyResult]) -> str:
    """Return the name of *subject*, with its cycle if it has one."""
    if isinstance(subject, tuple):
        return _ref_of(*subject)
    return subject.ref if isinstance(subject, Objective) else subject.id


def _ref_of(objective: Objective, key_result: KeyResult) -> str:
    return objective.ref_of(key_result)


def _former(name: str, now: str, hint: str = "Choose another id.") -> UsageError:
    return UsageError(
        f"'{name}' is a former name of {now}, and check-ins may still name it so.", hint
    )
