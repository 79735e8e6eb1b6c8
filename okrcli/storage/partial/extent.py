"""How much of what was recorded in a workspace a plan holds."""

from dataclasses import replace
from datetime import date

from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry, errors_of
from okrcli.storage.partial.needs import Needs


@frozen_dataclass
class Extent:
    """How much of what was recorded in a workspace a plan holds.

    Attributes:
        needs: What it holds the records of.
        since: The first day from which on it has all that was recorded about that; `None` if it has
            that of all days.
        recent: The first day from which on it has all that was recorded about anything; `None` if
            it never has.
    """

    needs: Needs
    since: date | None = None
    recent: date | None = None

    def restrict(self, plan: Plan) -> Plan:
        """Return *plan*, which is judged, without refused entries of which it lacks the context.

        These are about other things, or have been replaced, and may or may not have been read.
        """
        others = [entry for entry in plan.refused if not self._has(entry)]
        if not others:
            return plan
        left = tuple(entry for entry in plan.refused if self._has(entry))
        errors = frozenset(errors_of(others)) - frozenset(errors_of(left))
        findings = tuple(finding for finding in plan.findings if finding not in errors)
        return replace(plan, refused=left, findings=findings)

    def _has(self, entry: RefusedEntry) -> bool:
        """Return whether all is known that was recorded for the day and the thing of *entry*."""
        if self.recent is not None and entry.day >= self.recent:
            return True
        return self.needs.is_about(entry) and (self.since is None or entry.day >= self.since)
