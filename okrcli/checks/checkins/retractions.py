"""E004 in retractions: whether they name another check-in, and something that it says."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from okrcli.checks.history.present import present_kpi
from okrcli.checks.names import Names, Spot
from okrcli.compute.rounding import listed_text
from okrcli.compute.timeline import Resolver
from okrcli.model.checkin import CheckIn, Retraction
from okrcli.model.finding import BAD_REFERENCE, CommonCause, Finding
from okrcli.model.reading_columns import runs_of


def find_bad_retractions(names: Names) -> Iterator[Finding]:
    """Find retractions of check-ins that do not exist, and of what they do not say."""
    checkins = _Checkins(names)
    for checkin in names.plan.checkins:
        for index, retraction in enumerate(checkin.retracted):
            yield from checkins.find(Spot(checkin, ("retracted", index)), retraction)


class _Checkins:
    """The check-ins of a plan by their ids, and what each says."""

    def __init__(self, names: Names) -> None:
        self._names = names

    @cached_property
    def _by_id(self) -> Mapping[str, CheckIn]:
        return {checkin.id: checkin for checkin in self._names.plan.checkins}

    @cached_property
    def _erased(self) -> frozenset[str]:
        """The ids of check-ins that were erased; others may have retracted them before."""
        return frozenset(
            retraction.checkin
            for checkin in self._names.plan.checkins
            for retraction in checkin.retracted
            if retraction.erased
        )

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self._names.plan)

    @cached_property
    def _incomplete(self) -> frozenset[str]:
        """The paths of check-ins from which an entry with an error was taken out."""
        return frozenset(entry.path for entry in self._names.plan.refused)

    def find(self, spot: Spot, retraction: Retraction) -> Iterator[Finding]:
        """Find what *retraction*, at *spot*, names that does not exist."""
        checkin = self._by_id.get(retraction.checkin)
        if checkin is spot.record:
            yield self._of_itself(checkin, spot)
        elif checkin is not None and checkin.path not in self._incomplete:
            yield from self._find_in(checkin, spot, retraction)
        elif checkin is None and not self._is_excused(retraction):
            cause = CommonCause("check-in", retraction.checkin)
            otherwise = (
                "A check-in is named by its file, without `.yaml`; one whose file was deleted for "
                "good is retracted with `erased: true` and `why`."
            )
            yield self._names.unknown(spot.at("checkin"), cause, self._by_id, otherwise)

    def _is_excused(self, retraction: Retraction) -> bool:
        """Return whether its check-in was erased, or cannot be read."""
        file = f"/{retraction.checkin}.yaml"
        unreadable = any(path.endswith(file) for path in self._names.plan.unreadable)
        return retraction.checkin in self._erased or unreadable

    def _of_itself(self, checkin: CheckIn, spot: Spot) -> Finding:
        message = f"The check-in {checkin.id} retracts itself."
        hint = "Name the check-in that was wrong."
        location = spot.at("checkin").location
        place = self._names.plan.place(checkin, *location)
        return Finding.of(BAD_REFERENCE, place, message, hint, location=location)

    def _find_in(self, checkin: CheckIn, spot: Spot, retraction: Retraction) -> Iterator[Finding]:
        key_results = [self._ref(entry.key_result, checkin) for entry in checkin.key_results]
        own = {
            "key_result": self._ref(retraction.key_result or "", checkin),
            "kpi": self._kpi(retraction.kpi or ""),
        }
        said = {
            "key_result": key_results,
            "kpi": [self._kpi(run.kpi) for run in runs_of(checkin.readings)],
            "kudos": [kudos.to for kudos in checkin.kudos],
            "improvement": [follow_up.improvement for follow_up in checkin.followups],
        }
        for key, known in said.items():
            name = getattr(retraction, key)
            if name is not None and own.get(key, name) not in known:
                yield self._finding(checkin, spot.at(key), name, known)

    def _finding(self, checkin: CheckIn, spot: Spot, name: str, known: Sequence[str]) -> Finding:
        message = f"The check-in {checkin.id} says nothing there about '{name}'."
        names = listed_text(list(dict.fromkeys(known)))
        hint = f"It has {names}." if known else "To take all of it back, name only the check-in."
        place = self._names.plan.place(spot.record, *spot.location)
        return Finding.of(BAD_REFERENCE, place, message, hint, location=spot.location)

    def _ref(self, ref: str, checkin: CheckIn) -> str:
        return self._resolver.full_ref(ref, checkin.date) or ref

    def _kpi(self, name: str) -> str:
        return present_kpi(self._names.plan, name)
