"""Which definition of one commit is which of the commit before, when its file or its id changed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from okrcli.actions.story.names import names_of
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

_Definition = TypeVar("_Definition")


class OwnedKeyResult(NamedTuple):
    """A key result with its objective."""

    objective: Objective
    key_result: KeyResult

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref_of(self.key_result)


Versions = tuple[_Definition | None, _Definition | None]
"""Something before a commit and after it; `None` where it was, or is, not there."""


def same_objectives(versions: Iterable[Versions[Objective]]) -> list[Versions[Objective]]:
    """Return *versions* with those joined that a commit gave another name."""
    return _join(versions, _are_one_objective)


def same_kpis(versions: Iterable[Versions[Kpi]]) -> list[Versions[Kpi]]:
    """Return *versions* with those joined that a commit gave another name."""
    return _join(
        versions, lambda before, now: before.id in names_of(now) or before.title == now.title
    )


def same_key_results(versions: Iterable[Versions[Objective]]) -> list[Versions[OwnedKeyResult]]:
    """Return the key results of *versions*, those joined that a commit moved or gave another id."""
    by_id = (pair for before, now in versions for pair in _by_id(before, now))
    return _join(by_id, _are_one_key_result)


def _join(
    versions: Iterable[Versions[_Definition]],
    are_one: Callable[[_Definition, _Definition], bool],
) -> list[Versions[_Definition]]:
    known = list(versions)
    gone = [before for before, now in known if before is not None and now is None]
    found: list[Versions[_Definition]] = []
    for before, now in known:
        if before is None and now is not None:
            former = next((one for one in gone if are_one(one, now)), None)
            gone = [one for one in gone if one is not former]
            found.append((former, now))
        elif now is not None:
            found.append((before, now))
    return [*found, *((one, None) for one in gone)]


def _by_id(before: Objective | None, now: Objective | None) -> Iterator[Versions[OwnedKeyResult]]:
    old = (
        {key_result.id: OwnedKeyResult(before, key_result) for key_result in before.key_results}
        if before
        else {}
    )
    for key_result in now.key_results if now else ():
        if now is not None:
            yield old.pop(key_result.id, None), OwnedKeyResult(now, key_result)
    yield from ((owned, None) for owned in old.values())


def _are_one_objective(before: Objective, now: Objective) -> bool:
    if before.ref in names_of(now):
        return True
    if before.cycle != now.cycle:
        return False
    old, new = ({key_result.id for key_result in one.key_results} for one in (before, now))
    return before.title == now.title or (bool(old) and old == new)


def _are_one_key_result(before: OwnedKeyResult, now: OwnedKeyResult) -> bool:
    if before.ref in names_of(*now):
        return True
    old, new = before.key_result, now.key_result
    is_alike = old.type == new.type and old.title == new.title
    return is_alike and (old.id == new.id or before.objective.id == now.objective.id)
