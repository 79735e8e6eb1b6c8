"""Things that are gone, and whose names others have taken that were there beside them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from okrcli.checks.context import CheckContext
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.present import key_result_now
from okrcli.checks.past import Past, Version
from okrcli.checks.subjects import Subject, of_kpi
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding

_Find = Callable[[Version], Any]


def find_absorbed(context: CheckContext, past: Past) -> Iterator[Finding]:
    """Find `formerly` that names what was not the same thing: both were there at one time.

    A thing that got another name is gone with the commit that brought the other one.
    """
    plan, former = context.plan, context.plan.former_names
    names = _Names(context, past)
    for name, kpi in former.kpis.items():
        if name in plan.kpis_by_id:
            continue  # which E003 tells, here and below
        if until := names.gone_beside(name, kpi.formerly, _kpi(name), _kpi(kpi.id)):
            yield of_kpi(plan, kpi, SILENT_GOALPOST, _message(name, kpi.id, until), _HINT, _FIELD)
    for name, objective in former.objectives.items():
        if name in plan.objectives_by_ref:
            continue
        ours = _objective(objective.ref)
        if until := names.gone_beside(name, objective.formerly, _objective(name), ours):
            subject, message = Subject(plan, objective), _message(name, objective.ref, until)
            yield subject.finding(SILENT_GOALPOST, message, _HINT, _FIELD)
    for name, (holder, key_result) in former.key_results.items():
        if name in plan.key_results_by_ref:
            continue
        ref = holder.ref_of(key_result)
        until = names.gone_beside(name, key_result.formerly, _key_result(name), _key_result(ref))
        if until and (found := key_result_now(plan, ref)):
            message = _message(name, ref, until)
            yield found.finding(SILENT_GOALPOST, message, _HINT, _FIELD)


_FIELD = "formerly"
_HINT = (
    "Put it back, and take its name out of `formerly` here; what is given up is dropped or "
    "cancelled openly."
)


def _message(name: str, ref: str, until: date) -> str:
    return (
        f"`formerly` of {ref} names {name}, which was there beside it until {until}: what was "
        f"recorded for {name} counts for {ref}."
    )


@frozen_dataclass
class _Names:
    """What git has of the things that had names."""

    context: CheckContext
    past: Past

    def gone_beside(
        self, name: str, stated: Sequence[Any], theirs: _Find, ours: _Find
    ) -> date | None:
        """Return until when the thing *name* was there beside ours; `None` if it never was.

        Args:
            name: That ours says it had.
            stated: The former names of ours.
            theirs: Finds the one called so in a version.
            ours: Finds ours.
        """
        if not any(_means(former.ref, name) for former in stated):
            return None  # an objective's former name tells it
        first = next((version for version in self._versions if ours(version)), None)
        last = next((version for version in reversed(self._versions) if theirs(version)), None)
        if first is None or last is None or _says(ours(first), name):
            return None
        until = self._gone_on(last, theirs)
        return until if first.day < until else None

    @cached_property
    def _versions(self) -> Sequence[Version]:
        return sorted(self.past.versions, key=lambda version: version.day)

    def _gone_on(self, last: Version, theirs: _Find) -> date:
        path = theirs(last)[0]
        later = (
            version.day
            for version in self._versions
            if version.day >= last.day
            and any(record.path == path for record in (*version.objectives, *version.kpis))
            and not theirs(version)
        )
        return next(later, self.past.gone.get(path, self.context.day))


def _means(ref: str, name: str) -> bool:
    return name == ref or name.endswith(f"/{ref}")


def _says(found: Any, name: str) -> bool:
    """Return whether something said from its beginning that it was called *name*."""
    return any(_means(former.ref, name) for former in found[1].formerly)


def _kpi(name: str) -> _Find:
    def find(version: Version) -> Any:
        return next(((kpi.path, kpi) for kpi in version.kpis if kpi.id == name), None)

    return find


def _objective(ref: str) -> _Find:
    def find(version: Version) -> Any:
        return next(((one.path, one) for one in version.objectives if one.ref == ref), None)

    return find


def _key_result(ref: str) -> _Find:
    def find(version: Version) -> Any:
        return next(
            (
                (objective.path, key_result)
                for objective in version.objectives
                for key_result in objective.key_results
                if objective.ref_of(key_result) == ref
            ),
            None,
        )

    return find
